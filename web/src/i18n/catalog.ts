/** The features that have messages. A new one is a line here and a file in `en/` and in `ar/`. */
import type common from './en/common.json';
import type customers from './en/customers.json';
import type firstRun from './en/first-run.json';
import type problem from './en/problem.json';
import type shell from './en/shell.json';
import type signIn from './en/sign-in.json';

export type Locale = 'en' | 'ar';

/** The name of a message. */
export type Key =
  | keyof typeof common
  | keyof typeof customers
  | keyof typeof firstRun
  | keyof typeof problem
  | keyof typeof shell
  | keyof typeof signIn;

export type Messages = Record<Key, string>;
