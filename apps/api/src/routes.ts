import { Router } from 'express';
import { authRoutes } from './features/auth/routes.js';
import { healthRoutes } from './features/health/routes.js';

/** Every URL of the API and the feature that answers it. */
export function apiRoutes(): Router {
  const routes = Router();
  routes.use(healthRoutes);
  routes.use('/auth', authRoutes);
  return routes;
}
