/** Numbers, times and phone numbers as people read them, in the language and the business's time zone. */
import { i18n } from './i18n.svelte';

let timeZone: string | undefined;

/** Shows times in this zone, the workspace's, so that everybody in the team reads the same. */
export function useTimeZone(zone: string | undefined): void {
  timeZone = zone;
}

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  name: string,
  make: () => T,
): T {
  const key = `${i18n.tag} ${timeZone ?? ''} ${name}`;
  let format = made.get(key) as T | undefined;
  if (!format) {
    format = make();
    made.set(key, format);
  }
  return format;
}

const format = (name: string, options: Intl.DateTimeFormatOptions) =>
  cached(name, () => new Intl.DateTimeFormat(i18n.tag, { ...options, timeZone }));

/** `1,125` */
export function num(value: number): string {
  return cached('number', () => new Intl.NumberFormat(i18n.tag)).format(value);
}

/** `4.25`, with all its digits. */
export function exact(value: number): string {
  const make = () => new Intl.NumberFormat(i18n.tag, { maximumFractionDigits: 20 });
  return cached('exact', make).format(value);
}

/** `26 Nov 2026` */
export function day(at: string | number): string {
  return format('day', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
}

/** `16 January 1975`, of a date that is no moment (`1975-01-16`). */
export function calendarDay(date: string): string {
  const make = () => new Intl.DateTimeFormat(i18n.tag, { dateStyle: 'medium', timeZone: 'UTC' });
  return cached('calendar', make).format(new Date(`${date}T00:00:00Z`));
}

/** `10:20` */
export function time(at: string | number): string {
  return format('time', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** `26 Nov 2026, 10:20` */
export function moment(at: string | number): string {
  return format('moment', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `6 min ago`; a week and more ago, the day. */
export function ago(at: string | number, now = Date.now()): string {
  const past = now - new Date(at).getTime();
  const make = () => new Intl.RelativeTimeFormat(i18n.tag, { style: 'narrow', numeric: 'auto' });
  const relative = cached('ago', make);
  if (past < HOUR) return relative.format(-Math.max(0, Math.floor(past / MINUTE)), 'minute');
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
  return day(at);
}

// https://www.itu.int/rec/T-REC-E.164: all other codes have three digits.
const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `+966 50 123 4567`: grouped to be read, whatever the country's own habit is. */
export function phone(number: string): string {
  const digits = number.replace(/\D/g, '');
  const code = ONE_DIGIT.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
  let rest = digits.slice(code);
  const groups: string[] = [];
  if (rest.length === 8) return `+${digits.slice(0, code)} ${rest.slice(0, 4)} ${rest.slice(4)}`;
  for (let size = 4; rest.length > size; size = 3) {
    groups.unshift(rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  return `+${[digits.slice(0, code), rest, ...groups].filter(Boolean).join(' ')}`;
}

/** Somebody's own words inside a sentence, so that neither turns the other's direction round. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The name of a country (`SA`) in the language. */
export function country(code: string): string {
  try {
    return new Intl.DisplayNames(i18n.tag, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
