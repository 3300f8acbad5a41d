import { listCalls } from '@health-connect/contract/calls';
import { Router } from 'express';
import { endpoint, page } from '../../http/endpoint.js';
import * as calls from './service.js';

export const callRoutes = Router();

callRoutes.get(
  '/',
  endpoint({ allow: ['patient', 'doctor'], query: listCalls }, async ({ user, query }) => {
    const { calls: rows, nextCursor } = await calls.listCalls(user, query);
    return page(rows, nextCursor);
  }),
);
