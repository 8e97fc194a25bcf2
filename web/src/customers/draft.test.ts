import { beforeAll, expect, test } from 'vitest';
import { setLocale } from '../i18n/i18n.svelte';
import { fromText } from './attributes';
import type { Customer } from './customers';
import { fromLocal, toLocal } from './datetime';
import { changes, draftOf, EMPTY, rebase, valueOf, type Draft } from './draft';

const RIYADH = 'Asia/Riyadh';

beforeAll(() => setLocale('en'));

const customer = {
  name: 'مها',
  phone: '+966501112233',
  email: null,
  tags: ['vip'],
  attributes: [
    { key: 'city', label: 'City', type: 'text', value: 'جدة' },
    { key: 'size', label: 'Size', type: 'number', value: null },
    { key: 'visit', label: 'Visit', type: 'datetime', value: '2026-12-24T07:30:00Z' },
  ],
  metadata: { city: 'جدة', visit: '2026-12-24T07:30:00Z', source_form: 'spring' },
} as unknown as Customer;

const draft = (): Draft => draftOf(customer, RIYADH);
const set = (change: (draft: Draft) => void): Draft => {
  const changed = structuredClone(draft());
  change(changed);
  return changed;
};

test('a draft has what is set, also what has no definition', () => {
  expect(draft().attributes.map(({ key, text }) => [key, text])).toEqual([
    ['city', 'جدة'],
    ['visit', '2026-12-24T10:30'],
    ['source_form', 'spring'],
  ]);
  expect(changes(draft(), draft(), RIYADH)).toEqual({});
});

test('only what was changed is sent', () => {
  const changed = set((draft) => {
    draft.name = ' Maha ';
    draft.tags = [];
    draft.attributes = draft.attributes.filter(({ key }) => key !== 'city');
    draft.attributes.push({ key: 'size', label: 'Size', type: 'number', text: '٤٢٫٥' });
  });
  expect(changes(draft(), changed, RIYADH)).toEqual({
    name: 'Maha',
    tags: [],
    attributes: { city: null, size: 42.5 },
  });
  // And back again, which is what "Undo" does.
  expect(changes(changed, draft(), RIYADH)).toMatchObject({
    name: 'مها',
    tags: ['vip'],
    attributes: { city: 'جدة', size: null },
  });
});

test('a new customer is all that was entered', () => {
  const entered = { ...EMPTY, name: 'Sara', phone: '050 111 2244' };
  expect(changes(EMPTY, entered, RIYADH)).toEqual({ name: 'Sara', phone: '050 111 2244' });
});

test('what two people changed is kept from both', () => {
  const mine = set((draft) => (draft.name = 'Maha'));
  const theirs = set((draft) => {
    draft.email = 'maha@example.com';
    draft.name = 'Mouha';
    draft.attributes[0]!.text = 'الرياض';
  });
  const both = rebase(mine, draft(), theirs);
  expect([both.name, both.email, both.attributes[0]?.text]).toEqual([
    'Maha',
    'maha@example.com',
    'الرياض',
  ]);
});

test('moments are those of the business, also when its clocks change', () => {
  expect(toLocal('2026-11-26T07:20:00Z', RIYADH)).toBe('2026-11-26T10:20');
  expect(fromLocal('2026-11-26T10:20', RIYADH)).toBe('2026-11-26T07:20:00.000Z');
  expect(fromLocal('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
});

test.each([
  ['number', 'large', 'attribute.notNumber'],
  ['number', ' ', 'common.required'],
  ['json', '{', 'attribute.notJson'],
] as const)('%s refuses %j', (type, text, error) => {
  expect(fromText(type, text)).toEqual({ error });
});

test('a moment that is none is refused', () => {
  const attribute = { key: 'visit', label: 'Visit', type: 'datetime' as const, text: 'tomorrow' };
  expect(valueOf(attribute, RIYADH)).toEqual({ error: 'attribute.notMoment' });
});
