/** What may follow in the filter box: fields by their names, and the values of those that have few. */
import type { Schemas } from '../api/client';

export type Field = Schemas['FilterField'];

export interface Suggestion {
  /** What stands in the box afterwards, in place of the word at the caret. */
  text: string;
  /** What it means, in words; empty where the text says it. */
  detail: string;
}

export interface Completion {
  /** The part of the text that a suggestion replaces. */
  start: number;
  end: number;
  suggestions: readonly Suggestion[];
}

/** The most that are shown. */
const MOST = 8;

const FIELD_AND_VALUE = /^(-?)([\p{L}\p{N}_.]+)(:|!=|!~|~|<=|>=|<|>|=)(.*)$/su;
const PERIODS = ['24h', '7d', '30d', '90d', '1y'];

/** Where the word at the caret begins: after a space or a bracket that no quotes hold. */
function wordStart(text: string, caret: number): number {
  let start = 0;
  let quoted = false;
  for (let at = 0; at < caret; at += 1) {
    const letter = text[at];
    if (letter === '"' && text[at - 1] !== '\\') quoted = !quoted;
    else if (!quoted && (letter === ' ' || letter === '(')) start = at + 1;
  }
  return start;
}

/** Suggestions for the text with the caret at `caret`; `tags` are the names of the workspace's tags. */
export function complete(
  text: string,
  caret: number,
  fields: readonly Field[],
  tags: readonly string[],
): Completion {
  const start = wordStart(text, caret);
  const word = text.slice(start, caret);
  const parts = FIELD_AND_VALUE.exec(word);
  if (!parts) return { start, end: caret, suggestions: fieldNames(word, fields) };
  const [, minus = '', name = '', operator = '', typed = ''] = parts;
  const field = fields.find((field) => field.short_name === name || field.name === name);
  if (!field) return { start, end: caret, suggestions: [] };
  // Of a list `a,b`, only the last is being typed.
  const comma = typed.startsWith('"') ? typed.lastIndexOf('",') + 1 : typed.lastIndexOf(',');
  const kept = comma > 0 ? typed.slice(0, comma + 1) : '';
  const begun = fold(typed.slice(kept.length).replace(/^"/, ''));
  const suggestions = values(field, operator, tags)
    .filter((value) => fold(value).startsWith(begun) && fold(value) !== begun)
    .slice(0, MOST)
    .map((value) => ({
      text: `${minus}${name}${operator}${kept}${quote(value)} `,
      detail: '',
    }));
  return { start, end: caret, suggestions };
}

function fieldNames(word: string, fields: readonly Field[]): Suggestion[] {
  const minus = word.startsWith('-') ? '-' : '';
  const begun = fold(word.slice(minus.length));
  if (begun === '') return [];
  const byName = fields.filter((field) => fold(field.short_name).startsWith(begun));
  const byLabel = fields.filter(
    (field) => !byName.includes(field) && fold(field.label).includes(begun),
  );
  return [...byName, ...byLabel].slice(0, MOST).map((field) => ({
    text: minus + field.short_name + (field.operators.includes('within_last') ? '<' : ':'),
    detail: field.label,
  }));
}

function values(field: Field, operator: string, tags: readonly string[]): readonly string[] {
  if (field.values && field.values.length > 0) return field.values;
  if (field.kind === 'tags') return tags;
  if (field.kind === 'boolean') return ['yes', 'no'];
  if (field.kind === 'member') return ['me'];
  if (field.operators.includes('within_last') && /[<>]/.test(operator)) return PERIODS;
  return [];
}

function fold(text: string): string {
  return text.toLocaleLowerCase();
}

/** In quotes, unless it is one plain word. */
function quote(value: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(value) && !value.startsWith('-')
    ? value
    : `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
