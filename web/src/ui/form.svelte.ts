/** A form that is sent to the API: busy meanwhile, and afterwards what is wrong with which field. */
import { tick } from 'svelte';
import { Problem } from '../api/problem';
import { t } from '../i18n/i18n.svelte';

export class Form {
  busy = $state(false);
  /** What is wrong, by the API's name of the field. */
  errors = $state.raw<Readonly<Record<string, string>>>({});
  /** What is wrong with no field in particular. */
  failure = $state.raw<unknown>(undefined);

  /**
   * Sends unless `wrong` names fields; true when it went well. Otherwise the focus goes to the first
   * field at fault.
   */
  async send(
    wrong: Record<string, string | undefined>,
    call: () => Promise<void>,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.failure = undefined;
    this.errors = Object.fromEntries(
      Object.entries(wrong).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    if (Object.keys(this.errors).length === 0) {
      this.busy = true;
      try {
        await call();
        return true;
      } catch (error) {
        this.#take(error);
      } finally {
        this.busy = false;
      }
    }
    await tick();
    document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    return false;
  }

  #take(error: unknown): void {
    if (error instanceof Problem && error.errors.length > 0) {
      this.errors = Object.fromEntries(error.errors.map(({ field, message }) => [field, message]));
    } else {
      this.failure = error;
    }
  }
}

/** What is wrong with a value that must be there. */
export function missing(value: string): string | undefined {
  return value.trim() === '' ? t('common.required') : undefined;
}
