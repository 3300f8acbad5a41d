import { join } from 'node:path';
import express, { Router } from 'express';

const YEAR_SECONDS = 365 * 24 * 3600;

/** The built SPA: hashed files for a year, every other page path gets index.html. */
export function serveWeb(root: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(root, 'assets'), { immutable: true, maxAge: YEAR_SECONDS * 1000, fallthrough: true }),
  );
  router.use(express.static(root, { index: false }));
  router.get(/^\/(?!api\/|socket\.io\/|assets\/)[^.]*$/, (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile(join(root, 'index.html'));
  });
  return router;
}
