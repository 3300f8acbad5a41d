import { Router } from 'express';
import { authRoutes } from './features/auth/routes.js';
import { healthRoutes } from './features/health/routes.js';

/** Where each feature answers, below /api. */
export const MOUNTS: readonly (readonly [path: string, routes: Router])[] = [
  ['/', healthRoutes],
  ['/auth', authRoutes],
];

export function apiRoutes(): Router {
  const routes = Router();
  for (const [path, feature] of MOUNTS) routes.use(path, feature);
  return routes;
}
