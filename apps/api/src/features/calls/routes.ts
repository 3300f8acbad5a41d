import { readCalls } from '@health-connect/contract/calls';
import { page } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import { listCalls } from './service.js';

export const callRoutes: Served[] = [
  serve(readCalls, async ({ user, query }) => {
    const { items, nextCursor } = await listCalls(user, query);
    return page(items, nextCursor);
  }),
];
