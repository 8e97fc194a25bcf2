/** What was asked of the server and how long it is taken for granted. */
import { QueryClient } from '@tanstack/svelte-query';
import { Problem } from './api/problem';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => error instanceof Problem && error.passes && failures < 2,
    },
  },
});
