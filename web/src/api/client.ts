/**
 * The server's public API, typed by its own description (`npm run generate`).
 *
 * `await ok(api.GET('/api/tags'))` gives the answer or throws a [[Problem]]. Who wants to know that the
 * session ended or that the server went away asks [[onSignedOut]] and [[onReach]].
 */
import createClient from 'openapi-fetch';
import { Problem } from './problem';
import type { components, paths } from './schema';

/** The types of the API by their names. */
export type Schemas = components['schemas'];

let signedOut = () => {};
let reached = (_there: boolean) => {};

/** Calls `then` whenever the server says that nobody is signed in any more. */
export function onSignedOut(then: () => void): void {
  signedOut = then;
}

/** Tells `then` after each call whether the server answered. */
export function onReach(then: (there: boolean) => void): void {
  reached = then;
}

export const api = createClient<paths>({
  fetch: async (request) => {
    try {
      const response = await fetch(request);
      // A proxy answers so when the server behind it is away.
      reached(response.status !== 502 && response.status !== 504);
      return response;
    } catch (error) {
      if (!request.signal.aborted) reached(false);
      throw error;
    }
  },
});

/** The answer's content; throws the [[Problem]] when there is one. */
export async function ok<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw Problem.unreachable();
  }
  if (answer.response.ok) return answer.data as T;
  const problem = Problem.of(answer.response.status, answer.error);
  if (problem.code === 'unauthorized') signedOut();
  throw problem;
}
