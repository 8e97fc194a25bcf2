/**
 * Who is signed in. The cookie is the server's affair; this knows what the server said about it.
 */
import type { QueryClient } from '@tanstack/svelte-query';
import { api, ok, onSignedOut, type Schemas } from '../api/client';
import { Problem } from '../api/problem';
import { useTimeZone } from '../i18n/format';

export type Session = Schemas['SessionView'];
export type Permission = Schemas['Permission'];

/** `new` is an installation that nobody has set up yet. */
type State =
  | { kind: 'asking' }
  | { kind: 'unknown'; error: unknown }
  | { kind: 'new' }
  | { kind: 'out' }
  | { kind: 'in'; session: Session };

let state = $state.raw<State>({ kind: 'asking' });

function enter(session: Session): void {
  useTimeZone(session.workspace.time_zone);
  state = { kind: 'in', session };
}

export const session = {
  get state(): State {
    return state;
  },
  /** Whoever is signed in; only for what is shown to them. */
  get current(): Session {
    if (state.kind !== 'in') throw new Error('nobody is signed in');
    return state.session;
  },
  /** Whether the member's role allows this. What it does not allow is not shown. */
  may(permission: Permission): boolean {
    return state.kind === 'in' && state.session.permissions.includes(permission);
  },
  /** Takes over what a sign-in, an invitation or the set-up answered. */
  enter,
};

/** Asks the server who is signed in, and whether anybody can be. */
export async function findSession(): Promise<void> {
  state = { kind: 'asking' };
  try {
    enter(await ok(api.GET('/api/session')));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) {
      state = { kind: 'unknown', error };
      return;
    }
    try {
      const { needed } = await ok(api.GET('/api/setup'));
      state = { kind: needed ? 'new' : 'out' };
    } catch (error) {
      state = { kind: 'unknown', error };
    }
  }
}

/** Shows the sign-in page when the session ends, and keeps nothing of what was seen before. */
export function watchSession(queries: QueryClient): void {
  onSignedOut(() => {
    if (state.kind !== 'in') return;
    state = { kind: 'out' };
    queries.clear();
  });
}

export async function signOut(queries: QueryClient): Promise<void> {
  await ok(api.DELETE('/api/session'));
  state = { kind: 'out' };
  queries.clear();
}
