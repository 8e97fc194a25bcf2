/** What the address says about the list, and the search that it means. */
import type { Schemas } from '../api/client';
import type { AttributeType } from './attributes';

/** The list as its address describes it. */
export interface ListState {
  /** A filter in the text form; plain words search. */
  q: string;
  /** Only those who refuse marketing, or only those who do not. */
  optedOut: 'yes' | 'no' | '';
  /** Names of tags, any of which they have. */
  tags: readonly string[];
  /** Attributes that they have, with a value where one is given. */
  attributes: readonly { key: string; value: string }[];
  sort: string;
  limit: number;
  /** Where the page begins; empty on the first. */
  after: string;
  /** The number of the page's first row. */
  from: number;
}

export const LIMITS = [25, 50, 100] as const;
export const NEWEST_MESSAGE = '-last_message_at';

export function readState(query: URLSearchParams): ListState {
  const out = query.get('out');
  const limit = Number(query.get('limit'));
  return {
    q: query.get('q') ?? '',
    optedOut: out === 'yes' || out === 'no' ? out : '',
    tags: query.getAll('tag'),
    attributes: query.getAll('attr').map(readAttribute),
    sort: query.get('sort') ?? NEWEST_MESSAGE,
    limit: LIMITS.find((allowed) => allowed === limit) ?? 50,
    after: query.get('after') ?? '',
    from: Math.max(1, Math.trunc(Number(query.get('from')) || 1)),
  };
}

/** `city:Riyadh` in the address, or `city` for any value. */
function readAttribute(text: string): { key: string; value: string } {
  const colon = text.indexOf(':');
  return colon < 0
    ? { key: text, value: '' }
    : { key: text.slice(0, colon), value: text.slice(colon + 1) };
}

export function writeAttribute({ key, value }: { key: string; value: string }): string {
  return value === '' ? key : `${key}:${value}`;
}

/** Whether anything narrows the list. */
export function isFiltered(state: ListState): boolean {
  return (
    state.q !== '' || state.optedOut !== '' || state.tags.length > 0 || state.attributes.length > 0
  );
}

/** The parameters that a change of the filters starts anew from. */
export const FIRST_PAGE = { after: null, from: null } as const;

type Condition = { field: string; op: string; value?: unknown };

/** The search that the state means; `types` are those of the workspace's attributes. */
export function toSearch(
  state: ListState,
  types: ReadonlyMap<string, AttributeType>,
): Schemas['SearchCustomers'] {
  const all: Condition[] = [];
  if (state.optedOut !== '') {
    all.push({ field: 'opted_out', op: 'is', value: state.optedOut === 'yes' });
  }
  if (state.tags.length > 0) all.push({ field: 'tags', op: 'has_any', value: state.tags });
  for (const { key, value } of state.attributes) {
    all.push(attributeCondition(`attributes.${key}`, value, types.get(key)));
  }
  return {
    q: state.q || null,
    filter:
      all.length > 0 ? ({ and: all } as unknown as Schemas['SearchCustomers']['filter']) : null,
    sort: state.sort,
    limit: state.limit,
    cursor: state.after || null,
    total: true,
  };
}

function attributeCondition(field: string, value: string, type?: AttributeType): Condition {
  if (value === '') return { field, op: 'is_set' };
  switch (type) {
    case 'boolean':
      return { field, op: 'is', value: value === 'yes' };
    case 'number':
      return { field, op: 'eq', value: Number(value) };
    case 'date':
    case 'datetime':
      return { field, op: 'on', value };
    case 'time':
      return { field, op: 'eq', value };
    case 'json':
      return { field, op: 'is_set' };
    default:
      return { field, op: 'contains', value };
  }
}
