import { t } from '../i18n/i18n.svelte';

/** The fewest characters of a password, as the server has it. */
const PASSWORD_LENGTH = 10;

/** What is wrong with a password that somebody chooses. */
export function tooShort(password: string): string | undefined {
  return [...password].length < PASSWORD_LENGTH ? t('signIn.passwordHelp') : undefined;
}
