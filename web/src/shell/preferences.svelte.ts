/** What a person likes on this device: theme, language, a narrow sidebar, single-letter keys. */
import { i18n, setLocale, type Locale } from '../i18n/i18n.svelte';

export type Theme = 'system' | 'light' | 'dark';

/** Storage may be switched off or full; then a preference lasts as long as the page. */
export const stored = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // See above.
    }
  },
};

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark';

const kept = stored.get('theme');
let theme = $state<Theme>(isTheme(kept) ? kept : 'system');
let narrow = $state(stored.get('sidebar') === 'narrow');
let letters = $state(stored.get('shortcuts') !== 'off');

const dark = matchMedia('(prefers-color-scheme: dark)');

function showTheme(): void {
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset['theme'] = shown;
}
dark.addEventListener('change', showTheme);

export const preferences = {
  get theme(): Theme {
    return theme;
  },
  set theme(value: Theme) {
    theme = value;
    stored.set('theme', value);
    showTheme();
  },
  /** Whether the sidebar is a rail of icons. */
  get narrow(): boolean {
    return narrow;
  },
  set narrow(value: boolean) {
    narrow = value;
    stored.set('sidebar', value ? 'narrow' : 'wide');
  },
  /** Whether single letters are shortcuts (WCAG 2.1.4 wants them to be switched off). */
  get letters(): boolean {
    return letters;
  },
  set letters(value: boolean) {
    letters = value;
    stored.set('shortcuts', value ? 'on' : 'off');
  },
  get locale(): Locale {
    return i18n.locale;
  },
  set locale(value: Locale) {
    stored.set('language', value);
    void setLocale(value);
  },
};
