import { Router } from 'express';
import { authRoutes } from './features/auth/routes.js';
import { callRoutes } from './features/calls/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { messageRoutes } from './features/messages/routes.js';

/** Where each feature answers, below /api. */
export const MOUNTS: readonly (readonly [path: string, routes: Router])[] = [
  ['/', healthRoutes],
  ['/auth', authRoutes],
  ['/message', messageRoutes],
  ['/calls', callRoutes],
];

export function apiRoutes(): Router {
  const routes = Router();
  for (const [path, feature] of MOUNTS) routes.use(path, feature);
  return routes;
}
