import { replaceSchedule } from '@health-connect/contract/availability';
import { sendMessageTo } from '@health-connect/contract/messages';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import cors from 'cors';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { env } from './env.js';
import { served } from './routes.js';
import { authenticate } from './http/authenticate.js';
import { permissionsPolicy, refuseCompressed, requireHost } from './http/early.js';
import { errorHandler, unknownPath } from './http/error-handler.js';
import { mount } from './http/mount.js';
import { largeBodies, scheduleBodies, SMALL_BODY_BYTES } from './http/large-body.js';
import { requireTrustedOrigin } from './http/origin.js';
import { limitRate } from './http/rate-limit.js';
import { requestLog } from './http/request-log.js';
import { serveWeb } from './http/serve-web.js';

/** The Express app, which never listens: main and tests give it a server. `webRoot` is the built SPA, if any. */
export function createApp({ webRoot }: { webRoot?: string } = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);
  app.set('etag', false);

  app.use(requestLog);
  app.use(helmet(securityHeaders));
  app.use(permissionsPolicy);
  app.use(requireHost, refuseCompressed);
  app.use(compression());
  app.use('/api', noStore, apiChain());
  if (webRoot) app.use(serveWeb(webRoot));
  app.use(unknownPath);
  app.use(errorHandler);
  return app;
}

function apiChain() {
  const api = express.Router();
  api.use(cors({ origin: [env.publicUrl, ...env.corsOrigins], credentials: true, maxAge: 600 }));
  api.use(cookieParser());
  api.use(limitRate({ name: 'requests', limit: 1200, windowSeconds: 60 }));
  api.use(requireTrustedOrigin);
  api.use(authenticate);
  api.post(sendMessageTo.path, largeBodies());
  api.put(replaceSchedule.path, scheduleBodies());
  api.use(express.json({ limit: SMALL_BODY_BYTES, inflate: false }));
  api.use(mount(served));
  return api;
}

const noStore: express.RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};

const securityHeaders: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Radix and the toaster set inline style attributes; scripts stay strict.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'", ...socketOrigins()],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: env.secureCookies ? [] : null,
    },
  },
  strictTransportSecurity: env.secureCookies,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
};

// Older Safari does not count ws: as 'self'.
function socketOrigins(): string[] {
  return [env.publicUrl.replace(/^http/, 'ws')];
}
