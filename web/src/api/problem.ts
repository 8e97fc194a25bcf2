/**
 * What went wrong with a call, in one form: the server's `application/problem+json`, an answer that is
 * none, and no answer at all.
 */
import { t, has } from '../i18n/i18n.svelte';
import type { components } from './schema';

/** One value at fault: where it stands, and what would be right. */
export type FieldError = components['schemas']['FieldError'];

export class Problem extends Error {
  override readonly name = 'Problem';

  private constructor(
    /** A stable name to branch on; `unreachable` when there was no answer. */
    readonly code: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    title: string,
    /** The values at fault, for invalid input. */
    readonly errors: readonly FieldError[] = [],
    /** Facts that belong to the code. */
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }

  /** The problem that an answer tells. */
  static of(status: number, body: unknown): Problem {
    const told = (typeof body === 'object' && body !== null ? body : {}) as Partial<
      components['schemas']['Problem']
    >;
    const code = typeof told.code === 'string' ? told.code : `http_${status}`;
    const title = typeof told.title === 'string' ? told.title : `HTTP ${status}`;
    return new Problem(code, status, title, told.errors, told.data);
  }

  /** No answer: the server is away, or the network is. */
  static unreachable(): Problem {
    return new Problem('unreachable', 0, 'The server does not answer.');
  }

  /** Whether the same call may well succeed in a moment. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }

  /** What to tell a person, in their language where we have the words. */
  get words(): string {
    const key = `problem.${this.code}`;
    return has(key) ? t(key) : this.message;
  }

  /** What is wrong with the value at `field`. */
  at(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

/** The words of anything that was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Problem ? error.words : t('problem.unexpected');
}
