import { beforeEach, expect, test } from 'vitest';
import { pageAt } from '../pages';
import { arrivals, go, route, setQuery, startRouter, withQuery } from './router.svelte';

beforeEach(() => go('/customers', { replace: true }));

test('the address is what is shown', () => {
  setQuery({ q: 'tag:vip city:"Al Kharj"', tag: ['a', 'b'], after: null, empty: '' });
  expect(route.query.get('q')).toBe('tag:vip city:"Al Kharj"');
  expect(route.query.getAll('tag')).toEqual(['a', 'b']);
  expect([route.query.has('after'), route.query.has('empty')]).toEqual([false, false]);
  expect(withQuery({ tag: null })).not.toContain('tag=a');
});

test('a filter is no page, another path is', () => {
  const before = arrivals.count;
  setQuery({ q: 'x' });
  expect(arrivals.count).toBe(before);
  go('/start');
  expect(arrivals.count).toBe(before + 1);
});

test('what is left with an entry is there', () => {
  setQuery({ after: 'c' }, { state: { trail: [''] } });
  expect(route.state['trail']).toEqual(['']);
  setQuery({ after: null });
  expect(route.state['trail']).toBeUndefined();
});

test('links of ours lead without a reload, others do not', () => {
  startRouter();
  const click = (href: string, how: MouseEventInit = {}) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
    link.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(click('/start')).toBe(true);
  expect(route.path).toBe('/start');
  expect(click('/customers', { ctrlKey: true })).toBe(false);
  expect(click('/api/docs')).toBe(false);
  expect(route.path).toBe('/start');
});

test('a page has the addresses below it', () => {
  expect(pageAt('/customers')?.path).toBe('/customers');
  expect(pageAt('/customers/17')?.path).toBe('/customers');
  expect(pageAt('/customersx')).toBeUndefined();
});
