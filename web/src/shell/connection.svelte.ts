/**
 * Whether the server can be reached. A call without an answer says that it cannot; then it is asked every
 * few seconds, and when it is back all that is on the screen is asked for again.
 */
import type { QueryClient } from '@tanstack/svelte-query';
import { onReach } from '../api/client';

/** How long to wait before asking again, ms. */
const AGAIN = 2_500;

let lost = $state(false);

export const connection = {
  get lost(): boolean {
    return lost;
  },
};

/** Watches the calls from now on. */
export function watchConnection(queries: QueryClient): void {
  const ask = async () => {
    const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
    if (!answer?.ok) {
      setTimeout(ask, AGAIN);
      return;
    }
    lost = false;
    void queries.invalidateQueries();
  };
  const lose = () => {
    if (lost) return;
    lost = true;
    setTimeout(ask, AGAIN);
  };
  onReach((there) => {
    if (!there) lose();
  });
  addEventListener('offline', lose);
}
