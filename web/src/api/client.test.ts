import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { setLocale } from '../i18n/i18n.svelte';
import { api, ok, onReach, onSignedOut } from './client';
import { Problem } from './problem';

beforeAll(() => setLocale('en'));
afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown) {
  const type = { 'content-type': 'application/problem+json' };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status, headers: type }));
}

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it was refused'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Problem);
      return error as Problem;
    },
  );

test('an answer is given as it is', async () => {
  answer(200, { needed: true });
  expect(await ok(api.GET('/api/setup'))).toEqual({ needed: true });
});

test('a refusal is a problem with words and fields', async () => {
  answer(422, {
    code: 'invalid',
    title: 'phone: is too short',
    status: 422,
    errors: [{ field: 'phone', message: 'is too short' }],
  });
  const problem = await problemOf(ok(api.POST('/api/customers', { body: { phone: '1' } })));
  expect(problem.at('phone')).toBe('is too short');
  expect(problem.at('name')).toBeUndefined();
  expect(problem.words).toBe('phone: is too short');
});

test('a code that we know is said in the language', async () => {
  answer(409, { code: 'contact.exists', title: 'taken', status: 409, data: { customer_id: 42 } });
  const problem = await problemOf(ok(api.GET('/api/tags')));
  expect(problem.words).toBe('This number belongs to another customer.');
  expect(problem.data['customer_id']).toBe(42);
});

test('the end of the session is told once for all calls', async () => {
  const ended = vi.fn();
  onSignedOut(ended);
  answer(401, { code: 'unauthorized', title: 'no session', status: 401 });
  await problemOf(ok(api.GET('/api/tags')));
  expect(ended).toHaveBeenCalledOnce();
});

test('a server that does not answer is a problem too, and is told', async () => {
  const reached = vi.fn();
  onReach(reached);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  const problem = await problemOf(ok(api.GET('/api/tags')));
  expect([problem.code, problem.passes]).toEqual(['unreachable', true]);
  expect(reached).toHaveBeenLastCalledWith(false);
});

test('a page of a proxy is no answer', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  const problem = await problemOf(ok(api.GET('/api/tags')));
  expect([problem.code, problem.status]).toEqual(['http_502', 502]);
});
