/**
 * Whether the server can be reached. A call without an answer says that it cannot; then it is asked every
 * few seconds, and when it is back all that is on the screen is asked for again.
 */
import type { QueryClient } from '@tanstack/svelte-query';
import { onReach } from '../api/client';

/** How long to wait before asking again, ms. */
const AGAIN = 2_500;

let lost = $state(false);
let asking = false;
let returned = () => {};

export const connection = {
  get lost(): boolean {
    return lost;
  },
};

/** Finds out whether the server is there, and asks on until it is. */
export async function suspect(): Promise<void> {
  if (asking) return;
  asking = true;
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
  asking = false;
  if (!answer?.ok) {
    lost = true;
    setTimeout(suspect, AGAIN);
  } else if (lost) {
    lost = false;
    returned();
  }
}

/** Watches the calls from now on. */
export function watchConnection(queries: QueryClient): void {
  returned = () => void queries.invalidateQueries();
  onReach((there) => {
    if (!there) void suspect();
  });
  addEventListener('offline', () => void suspect());
}
