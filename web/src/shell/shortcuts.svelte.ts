/**
 * Keyboard shortcuts. A page offers its own while it is there:
 *
 *     $effect(() => offer([{ keys: 'n', label: 'customers.new', run: create }]));
 *
 * `?` lists all that are offered at the moment.
 */
import { untrack } from 'svelte';
import type { Key } from '../i18n/i18n.svelte';
import { preferences } from './preferences.svelte';

export interface Shortcut {
  /** `mod+k` (Ctrl or ⌘), a letter, or letters one after the other such as `g c`. */
  keys: string;
  label: Key;
  run: () => void;
}

/** How long the second letter of `g c` may take, ms. */
const PATIENCE = 1_200;

let offered = $state.raw<readonly Shortcut[]>([]);
let begun = '';
let begunAt = 0;

export const shortcuts = {
  get offered(): readonly Shortcut[] {
    return offered;
  },
};

/** Offers shortcuts until the function it gives is called. */
export function offer(added: readonly Shortcut[]): () => void {
  // Offering is no reason to offer again.
  offered = [...untrack(() => offered), ...added];
  return () => {
    offered = offered.filter((shortcut) => !added.includes(shortcut));
  };
}

/** Whether keys typed into this element are text. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select') ||
      target.closest('[role=menu], [role=listbox], [role=spinbutton]') !== null)
  );
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    run(`mod+${event.key.toLowerCase()}`, event);
    return;
  }
  const inDialog = document.querySelector('[role=dialog]') !== null;
  if (!preferences.letters || inDialog || takesText(event.target)) return;
  const now = performance.now();
  const pair = now - begunAt < PATIENCE ? `${begun} ${event.key}` : '';
  begun = event.key;
  begunAt = now;
  if (!pair || !run(pair, event)) run(event.key, event);
}

function run(keys: string, event: KeyboardEvent): boolean {
  const found = offered.findLast((shortcut) => shortcut.keys === keys);
  if (!found) return false;
  event.preventDefault();
  begun = '';
  found.run();
  return true;
}

/** Listens to the keyboard from now on. */
export function startShortcuts(): void {
  addEventListener('keydown', press);
}
