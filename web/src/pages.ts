/**
 * The one list of pages. A new page is a folder of its own and a line here: its address, how it is loaded
 * (each is a chunk of its own, except that all share what stands below `ui/`), and where it stands in the
 * navigation. Only what works stands here.
 */
import type { Component } from 'svelte';
import type { Key } from './i18n/i18n.svelte';
import type { Permission } from './sign-in/session.svelte';
import { Rocket, Users } from './ui/icons';

export interface Page {
  /** Its address; pages below it (`/customers/17`) belong to it unless they have a line of their own. */
  path: string;
  title: Key;
  load: () => Promise<{ default: Component }>;
  /** What a member must be allowed to see it. */
  needs?: Permission;
  /** Where it stands in the navigation; without it, only links lead to it. */
  nav?: {
    icon: Component;
    /** A group of the sidebar, or the user's own menu. */
    group: 'top' | 'data' | 'engage' | 'menu';
    /** The letter after `g` that opens it. */
    letter?: string;
  };
}

export const pages: readonly Page[] = [
  // The inbox will be the first: a folder `inbox/` and a line here with the group `top` and the letter `i`.
  {
    path: '/customers',
    title: 'nav.customers',
    load: () => import('./customers/CustomersPage.svelte'),
    needs: 'customers:read',
    nav: { icon: Users, group: 'data', letter: 'c' },
  },
  {
    path: '/start',
    title: 'nav.start',
    load: () => import('./first-run/FirstSteps.svelte'),
    needs: 'accounts:manage',
    nav: { icon: Rocket, group: 'menu' },
  },
];

/** The page at this address: the longest path that it begins with. */
export function pageAt(path: string): Page | undefined {
  return pages
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The pages that the member may see, in the order of the navigation. */
export function pagesFor(may: (permission: Permission) => boolean): readonly Page[] {
  return pages.filter((page) => !page.needs || may(page.needs));
}
