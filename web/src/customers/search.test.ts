import { expect, test } from 'vitest';
import { isFiltered, readState, toSearch, writeAttribute } from './search';

const TYPES = new Map([
  ['city', 'text'],
  ['size', 'number'],
  ['vip', 'boolean'],
  ['birthday', 'date'],
  ['extra', 'json'],
] as const);

test('an address without anything is the first page, newest message first', () => {
  const state = readState(new URLSearchParams());
  expect(isFiltered(state)).toBe(false);
  expect(toSearch(state, TYPES)).toEqual({
    q: null,
    filter: null,
    sort: '-last_message_at',
    limit: 50,
    cursor: null,
    total: true,
  });
});

test('what was made up in the address is left aside', () => {
  const state = readState(new URLSearchParams('limit=7&out=perhaps&from=-3'));
  expect([state.limit, state.optedOut, state.from]).toEqual([50, '', 1]);
});

test('filters of the address are conditions of the search', () => {
  const query = new URLSearchParams('q=ahmed&out=no&tag=vip&tag=b,c&after=x&limit=25');
  for (const attr of [
    'city:Al: Kharj',
    'size:42',
    'vip:yes',
    'birthday:1975-01-16',
    'extra',
    'gone:x',
  ]) {
    query.append('attr', attr);
  }
  const search = toSearch(readState(query), TYPES);
  expect(search).toMatchObject({ q: 'ahmed', limit: 25, cursor: 'x' });
  expect(search.filter).toEqual({
    and: [
      { field: 'opted_out', op: 'is', value: false },
      { field: 'tags', op: 'has_any', value: ['vip', 'b,c'] },
      { field: 'attributes.city', op: 'contains', value: 'Al: Kharj' },
      { field: 'attributes.size', op: 'eq', value: 42 },
      { field: 'attributes.vip', op: 'is', value: true },
      { field: 'attributes.birthday', op: 'on', value: '1975-01-16' },
      { field: 'attributes.extra', op: 'is_set' },
      { field: 'attributes.gone', op: 'contains', value: 'x' },
    ],
  });
});

test('an attribute is read as it is written', () => {
  for (const attribute of [
    { key: 'city', value: 'Al: Kharj' },
    { key: 'city', value: '' },
  ]) {
    const query = new URLSearchParams({ attr: writeAttribute(attribute) });
    expect(readState(query).attributes).toEqual([attribute]);
  }
});
