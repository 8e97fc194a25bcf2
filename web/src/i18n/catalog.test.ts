import { describe, expect, test } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import ar from './ar';
import en from './en';

/** The names of a message's arguments. */
function argumentsOf(message: string, locale: string): string[] {
  const found = new Set<string>();
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) found.add(part.value);
      if ('options' in part && part.options) {
        for (const option of Object.values(part.options)) visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(message, locale).getAst());
  return [...found].sort();
}

describe('the catalogues', () => {
  test('have the same messages in every language', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
  });

  test.each(Object.keys(en) as (keyof typeof en)[])(
    '%s has words and the same arguments',
    (key) => {
      expect(en[key].trim()).not.toBe('');
      expect(ar[key].trim()).not.toBe('');
      expect(argumentsOf(ar[key], 'ar')).toEqual(argumentsOf(en[key], 'en'));
    },
  );

  test('Arabic says all six numbers', () => {
    for (const [key, message] of Object.entries(ar)) {
      if (!message.includes(', plural,')) continue;
      for (const form of ['zero', 'one', 'two', 'few', 'many', 'other']) {
        expect(message, key).toContain(`${form} {`);
      }
    }
  });

  test('no message is left that nobody shows', () => {
    const sources = import.meta.glob<string>(['../**/*.{svelte,ts}', '!./**', '!../**/*.test.ts'], {
      eager: true,
      query: '?raw',
      import: 'default',
    });
    const all = Object.values(sources).join('\n');
    const unused = Object.keys(en).filter(
      (key) => !/^(problem|stage|role)\./.test(key) && !all.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });
});
