/** Values of custom fields: as they are read, as they are typed, and as the API takes them. */
import type { Schemas } from '../api/client';
import { calendarDay, exact, moment } from '../i18n/format';
import { t, type Key } from '../i18n/i18n.svelte';

export type AttributeType = Schemas['AttributeType'];

/** The value as people read it. */
export function shown(type: AttributeType, value: unknown): string {
  if (value == null) return '—';
  switch (type) {
    case 'boolean':
      return t(value === true ? 'common.yes' : 'common.no');
    case 'number':
      return typeof value === 'number' ? exact(value) : String(value);
    case 'date':
      return calendarDay(String(value));
    case 'datetime':
      return moment(String(value));
    case 'json':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}

/** The value as its input begins with it; dates with times are the input's own affair. */
export function toText(type: AttributeType, value: unknown): string {
  if (value == null) return type === 'boolean' ? 'false' : '';
  return type === 'json' ? JSON.stringify(value, null, 2) : String(value);
}

const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The value that was typed, or what is wrong with it. */
export function fromText(type: AttributeType, text: string): { value: unknown } | { error: Key } {
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'common.required' };
  switch (type) {
    case 'boolean':
      return { value: trimmed === 'true' };
    case 'number': {
      const digits = trimmed.replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
      const value = Number(digits.replace('٫', '.'));
      return Number.isFinite(value) ? { value } : { error: 'attribute.notNumber' };
    }
    case 'json':
      try {
        return { value: JSON.parse(trimmed) };
      } catch {
        return { error: 'attribute.notJson' };
      }
    default:
      return { value: trimmed };
  }
}
