/** What every test checks besides its own: no error in the console, no breach of the page's policy. */
import { test as base, expect, type APIRequestContext, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { OWNER, Server } from './server.ts';

export { expect, OWNER, Server };
export type { APIRequestContext, Page };

/** What the browser says of answers that the tests provoke. */
const EXPECTED = /Failed to load resource|ERR_CONNECTION_REFUSED|net::ERR/;

export const test = base.extend<{ clean: void }>({
  clean: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export type Look = { language: 'en' | 'ar'; theme: 'light' | 'dark' };
export const LOOKS: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
];

/** Shows pages so from the next load on. */
export async function look(page: Page, { language, theme }: Look): Promise<void> {
  await page.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('language', language!);
      localStorage.setItem('theme', theme!);
    },
    [language, theme],
  );
}

export async function signIn(page: Page, server: Server): Promise<void> {
  const answer = await page.request.post(`${server.url}/api/session`, { data: OWNER });
  expect(answer.ok()).toBe(true);
}

/** Everything that WCAG 2.2 AA asks and a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** A picture for people to look at, in `shots/`. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `shots/${name}.png`, animations: 'disabled' });
}
