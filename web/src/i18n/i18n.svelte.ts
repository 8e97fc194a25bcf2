/**
 * The words on the screen, in the person's language.
 *
 * Each feature has its messages in `en/<feature>.json` and `ar/<feature>.json`; `catalog.ts` lists the
 * features. Messages are ICU (`{count, plural, …}`). A test compares the languages' keys and arguments.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Key, Locale, Messages } from './catalog';

export type { Key, Locale } from './catalog';

const load: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('./en'),
  ar: () => import('./ar'),
};

let current = $state.raw<{ locale: Locale; messages: Messages }>({
  locale: 'en',
  messages: {} as Messages,
});
const compiled = new Map<string, IntlMessageFormat>();

/** The language in use, and its direction. */
export const i18n = {
  get locale(): Locale {
    return current.locale;
  },
  get dir(): 'ltr' | 'rtl' {
    return current.locale === 'ar' ? 'rtl' : 'ltr';
  },
  /** For `Intl`: Latin digits in Arabic too, as most business software of the region shows them. */
  get tag(): string {
    if (current.locale === 'ar') return 'ar-u-nu-latn-ca-gregory';
    return navigator.language.startsWith('en') ? navigator.language : 'en-GB';
  },
};

/** Switches to a language, also of the page itself. */
export async function setLocale(locale: Locale): Promise<void> {
  const { default: messages } = await load[locale]();
  compiled.clear();
  current = { locale, messages };
  document.documentElement.lang = locale;
  document.documentElement.dir = i18n.dir;
}

/** Whether there is such a message. */
export function has(key: string): key is Key {
  return key in current.messages;
}

/** The message of this key, with its values. */
export function t(key: Key, values?: Record<string, string | number>): string {
  const message = current.messages[key] ?? key;
  if (!message.includes('{')) return message;
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, i18n.tag);
    compiled.set(key, format);
  }
  return String(format.format(values));
}
