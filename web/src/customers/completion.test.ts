import { expect, test } from 'vitest';
import { complete, type Field } from './completion';

const field = (short_name: string, kind: string, more: Partial<Field> = {}): Field => ({
  name: short_name,
  short_name,
  label: short_name,
  kind,
  operators: ['eq'],
  ...more,
});
const FIELDS = [
  field('tag', 'tags', { name: 'tags', label: 'Tags' }),
  field('stage', 'enum', { values: ['prospect', 'customer', 'vip'] }),
  field('blocked', 'boolean'),
  field('last_inbound', 'datetime', { label: 'Last inbound', operators: ['eq', 'within_last'] }),
  field('owner', 'member'),
  field('city', 'text'),
];
const TAGS = ['vip', 'big spender', 'رمضان'];

const texts = (text: string, caret = text.length) =>
  complete(text, caret, FIELDS, TAGS).suggestions.map((suggestion) => suggestion.text);

test('nothing is suggested for nothing', () => {
  expect(texts('')).toEqual([]);
  expect(texts('ahmed ')).toEqual([]);
});

test('fields by their names and by what they are called', () => {
  expect(texts('ta')).toEqual(['tag:', 'stage:']);
  expect(texts('ahmed last')).toEqual(['last_inbound<']);
  expect(texts('(inbound')).toEqual(['last_inbound<']);
  expect(texts('-blo')).toEqual(['-blocked:']);
});

test('values of what has few', () => {
  expect(texts('tag:')).toEqual(['tag:vip ', 'tag:"big spender" ', 'tag:رمضان ']);
  expect(texts('tag:vip,b')).toEqual(['tag:vip,"big spender" ']);
  expect(texts('tag:"big')).toEqual(['tag:"big spender" ']);
  expect(texts('-stage:V')).toEqual(['-stage:vip ']);
  expect(texts('blocked:y')).toEqual(['blocked:yes ']);
  expect(texts('last_inbound<3')).toEqual(['last_inbound<30d ']);
  expect(texts('owner:')).toEqual(['owner:me ']);
  expect(texts('city:R')).toEqual([]);
  expect(texts('nothing:x')).toEqual([]);
});

test('only the word at the caret is replaced', () => {
  const text = 'ahmed ta city:Riyadh';
  expect(complete(text, 8, FIELDS, TAGS)).toMatchObject({ start: 6, end: 8 });
  // A space in quotes ends no word.
  expect(complete('tag:"big sp', 11, FIELDS, TAGS)).toMatchObject({ start: 0, end: 11 });
});
