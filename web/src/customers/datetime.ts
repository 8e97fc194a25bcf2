/** Moments as inputs of the browser want them, in the business's time zone. */
import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** `2026-11-26T10:20` of a moment; empty when it is none. */
export function toLocal(at: string, timeZone: string): string {
  try {
    return toCalendarDateTime(parseAbsolute(at, timeZone)).toString().slice(0, 16);
  } catch {
    return '';
  }
}

/** The moment of `2026-11-26T10:20`. */
export function fromLocal(local: string, timeZone: string): string {
  return toZoned(parseDateTime(local), timeZone).toAbsoluteString();
}
