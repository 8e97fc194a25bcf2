/**
 * Where the person is: the address, and nothing else. Filters, sorting, the page of a list and the open
 * dialog stand in it, so that reload, back, a bookmark and a link to a colleague all work.
 */
interface Place {
  url: URL;
  /** What `go` left with this entry of the history. */
  state: Readonly<Record<string, unknown>>;
}

const here = (): Place => ({
  url: new URL(location.href),
  state: (history.state as Place['state'] | null) ?? {},
});

let place = $state.raw(here());
let count = $state(0);

export const route = {
  get path(): string {
    return place.url.pathname;
  },
  get query(): URLSearchParams {
    return place.url.searchParams;
  },
  /** The part after `#`, which the server never sees. */
  get hash(): string {
    return place.url.hash.slice(1);
  },
  get state(): Place['state'] {
    return place.state;
  },
};

/** How many pages were opened since the program was loaded. */
export const arrivals = {
  get count(): number {
    return count;
  },
};

interface Going {
  /** Whether "back" leads past the present place. */
  replace?: boolean;
  /** What the page wants to find when the person comes back to this entry. */
  state?: Record<string, unknown>;
}

/** Goes to an address of ours. */
export function go(to: string, { replace = false, state = {} }: Going = {}): void {
  const url = new URL(to, place.url);
  if (url.href === place.url.href) return;
  const opened = url.pathname !== place.url.pathname;
  history[replace ? 'replaceState' : 'pushState'](state, '', url);
  place = { url, state };
  if (opened) count += 1;
}

/** The present address with other query parameters; null and empty ones are left out. */
export function withQuery(patch: Record<string, string | readonly string[] | null>): string {
  const url = new URL(place.url);
  for (const [name, value] of Object.entries(patch)) {
    url.searchParams.delete(name);
    for (const each of [value ?? []].flat()) {
      if (each !== '') url.searchParams.append(name, each);
    }
  }
  return url.pathname + url.search;
}

/** Changes query parameters; what is looked at stays the same page, so "back" leads past it. */
export function setQuery(
  patch: Record<string, string | readonly string[] | null>,
  going: Going = { replace: true },
): void {
  go(withQuery(patch), going);
}

/** Follows the browser's back and forward, and lets plain links lead without a reload. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    const before = place.url.pathname;
    place = here();
    if (place.url.pathname !== before) count += 1;
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const special =
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey;
    if (!link || special || link.target || link.hasAttribute('download')) return;
    // The API's description is a page of the server, not one of ours.
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    go(link.href);
  });
}
