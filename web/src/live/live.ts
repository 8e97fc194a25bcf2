/**
 * What changes while one looks: the server's stream of events, one for the whole page.
 *
 *     $effect(() => onLive({ 'customer.updated': ({ customer }) => show(customer) }));
 *
 * The browser resumes the stream after a break, and nothing is missed; when too much was, everything
 * that is shown is asked for anew.
 */
import type { QueryClient } from '@tanstack/svelte-query';
import { api, ok, type Schemas } from '../api/client';
import { suspect } from '../shell/connection.svelte';

export type LiveEvent = Schemas['LiveEvent'];
type Name = LiveEvent['type'];

/** What to do on events, by their names. */
export type Handlers = { [N in Name]?: (event: Extract<LiveEvent, { type: N }>) => void };

/** How long to wait before a stream that the server closed is opened again, ms. */
const AGAIN = 3_000;

// Every name, which the type checks: the browser tells only those that somebody asks for.
const NAMES: Readonly<Record<Name, true>> = {
  ready: true,
  reset: true,
  'customer.created': true,
  'customer.updated': true,
  'customer.deleted': true,
  'customers.changed': true,
  'conversation.created': true,
  'conversation.updated': true,
  'conversation.deleted': true,
  'conversations.changed': true,
  'message.created': true,
  'message.updated': true,
  'message.deleted': true,
  'job.dead': true,
};

const listening = new Set<Handlers>();

/** Does this on events until the function it gives is called. */
export function onLive(handlers: Handlers): () => void {
  listening.add(handlers);
  return () => listening.delete(handlers);
}

function tell(event: LiveEvent): void {
  for (const handlers of listening) {
    (handlers[event.type] as ((event: LiveEvent) => void) | undefined)?.(event);
  }
}

/** Opens the stream; the function it gives closes it. */
export function startLive(queries: QueryClient): () => void {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  let stopped = false;

  const open = () => {
    stream = new EventSource(`/api/events${last && `?last_event_id=${encodeURIComponent(last)}`}`);
    for (const name of Object.keys(NAMES)) {
      stream.addEventListener(name, (message: MessageEvent<string>) => {
        last = message.lastEventId || last;
        if (name === 'reset') void queries.invalidateQueries();
        tell(JSON.parse(message.data) as LiveEvent);
      });
    }
    stream.onerror = () => {
      suspect();
      // The browser comes back by itself, except after a refusal.
      if (stream?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(again, AGAIN);
    };
  };
  // Whether the session goes on is asked first: without one this is not called again.
  const again = async () => {
    await ok(api.GET('/api/session')).catch(() => {});
    if (!stopped) open();
  };

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stream?.close();
  };
}
