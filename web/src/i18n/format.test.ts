import { beforeAll, expect, test } from 'vitest';
import { ago, calendarDay, day, num, phone, useTimeZone } from './format';
import { setLocale, t } from './i18n.svelte';

beforeAll(() => setLocale('en'));

test.each([
  ['+966501234567', '+966 50 123 4567'],
  ['+971505551887', '+971 50 555 1887'],
  ['+12015550123', '+1 201 555 0123'],
  ['+201001234567', '+20 100 123 4567'],
  ['+96555804772', '+965 5580 4772'],
  ['+77012345678', '+7 701 234 5678'],
  ['447400123456', '+44 740 012 3456'],
])('%s is read as %s', (number, read) => {
  expect(phone(number)).toBe(read);
});

test('times are those of the business', () => {
  useTimeZone('Asia/Riyadh');
  expect(day('2026-11-25T22:30:00Z')).toMatch(/26/);
  useTimeZone('America/New_York');
  expect(day('2026-11-25T22:30:00Z')).toMatch(/25/);
  // A date without a time is the same everywhere.
  expect(calendarDay('1975-01-16')).toMatch(/16/);
  useTimeZone(undefined);
});

test('how long ago', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  expect(ago('2026-11-26T11:54:00Z', now)).toMatch(/^6 ?m(in)?\.? ago$/);
  expect(ago('2026-11-26T12:00:05Z', now)).toBe('this minute');
  expect(ago('2026-11-25T11:00:00Z', now)).toBe('yesterday');
  expect(ago('2026-10-01T11:00:00Z', now)).toMatch(/2026/);
});

test('Arabic has its plurals and Latin digits', async () => {
  await setLocale('ar');
  expect(t('customers.count', { count: 2 })).toBe('عميلان');
  expect(t('customers.count', { count: 5 })).toBe('5 عملاء');
  expect(t('customers.count', { count: 1201 })).toBe('1,201 عميل');
  expect(num(1125)).toBe('1,125');
  expect(document.documentElement.dir).toBe('rtl');
  await setLocale('en');
});
