import { ROLES } from '@health-connect/contract/accounts';
import { Router } from 'express';
import { endpoint } from '../../http/endpoint.js';
import { iceServersFor } from './service.js';

export const rtcRoutes = Router();

rtcRoutes.get(
  '/ice-servers',
  endpoint({ allow: ROLES }, async ({ user }) => iceServersFor(user.id)),
);
