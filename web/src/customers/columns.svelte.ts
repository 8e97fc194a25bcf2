/** The columns of the list: which there are, and which this person wants to see on this device. */
import type { Schemas } from '../api/client';
import type { Key } from '../i18n/i18n.svelte';
import { stored } from '../shell/preferences.svelte';

export interface Column {
  id: string;
  /** Its heading: a message, or an attribute's own label. */
  title: { key: Key } | { text: string };
  /** What the list can be sorted by. */
  sort?: string;
  /** Its share of the table, and the least that it needs, px. */
  width: number;
  /** Whether its values are numbers, which stand at the end. */
  end?: boolean;
  /** The attribute that it shows. */
  attribute?: Schemas['AttributeView'];
}

const BUILT_IN: readonly Column[] = [
  { id: 'phone', title: { key: 'customers.phone' }, width: 150 },
  { id: 'opted_out', title: { key: 'customers.optedOut' }, width: 88 },
  { id: 'attributes', title: { key: 'customers.attributes' }, width: 160 },
  { id: 'tags', title: { key: 'customers.tags' }, width: 134 },
  { id: 'email', title: { key: 'customers.email' }, width: 190 },
  { id: 'stage', title: { key: 'customers.stage' }, width: 100 },
  { id: 'owner', title: { key: 'customers.owner' }, width: 130 },
  { id: 'messages', title: { key: 'customers.messages' }, width: 84, end: true },
  { id: 'last', title: { key: 'customers.last' }, width: 112, sort: 'last_message_at' },
  { id: 'created', title: { key: 'customers.created' }, width: 124, sort: 'created_at' },
];
const FIRST = ['phone', 'opted_out', 'attributes', 'tags', 'last', 'created'];
const STORED = 'customers.columns';

function read(): readonly string[] {
  const kept = stored.get(STORED);
  return kept === null ? FIRST : kept.split(' ').filter(Boolean);
}

let chosen = $state.raw(read());

/** Every column, with one for each attribute of the workspace. */
export function columns(attributes: readonly Schemas['AttributeView'][]): readonly Column[] {
  const own = attributes.map((attribute) => ({
    id: `a.${attribute.key}`,
    title: { text: attribute.label },
    sort: attribute.type === 'json' ? undefined : `attributes.${attribute.key}`,
    width: 140,
    end: attribute.type === 'number',
    attribute,
  }));
  return [...BUILT_IN.slice(0, 4), ...own, ...BUILT_IN.slice(4)];
}

export const visible = {
  has(id: string): boolean {
    return chosen.includes(id);
  },
  toggle(id: string): void {
    chosen = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    stored.set(STORED, chosen.join(' '));
  },
};
