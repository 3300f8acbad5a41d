import { randomUUID } from 'node:crypto';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import cors from 'cors';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { env } from './env.js';
import { apiRoutes } from './routes.js';
import { authenticate } from './http/authenticate.js';
import { errorHandler, unknownPath } from './http/error-handler.js';
import { requireTrustedOrigin } from './http/origin.js';
import { limitRate } from './http/rate-limit.js';
import { serveWeb } from './http/serve-web.js';
import { logger } from './lib/logger.js';

const BODY_LIMIT = '100kb';
/** A chat image may travel as a data URL (api.md); 10 MB of bytes are 14 MB of base64. */
const MESSAGE_BODY_LIMIT = '15mb';

/** The Express app, which never listens: main and tests give it a server. `webRoot` is the built SPA, if any. */
export function createApp({ webRoot }: { webRoot?: string } = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);
  app.set('etag', false);

  app.use(pinoHttp({ logger, genReqId: () => randomUUID(), quietReqLogger: true, serializers: requestSerializers }));
  app.use(helmet(securityHeaders));
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
  api.use(limitRate({ limit: 1200, windowSeconds: 60 }));
  api.use(requireTrustedOrigin);
  api.use('/message/send', express.json({ limit: MESSAGE_BODY_LIMIT }));
  api.use(express.json({ limit: BODY_LIMIT }));
  api.use(cookieParser());
  api.use(authenticate);
  api.use(apiRoutes());
  return api;
}

const noStore: express.RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  next();
};

// Paths carry ids only; queries may hold what a patient searched for, so they stay out of the log.
const requestSerializers = {
  req: (req: { id: string; method: string; url: string }) => ({
    id: req.id,
    method: req.method,
    path: req.url.split('?')[0],
  }),
  res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
};

const securityHeaders: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Radix and the toaster set inline style attributes; scripts stay strict.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', 'https://res.cloudinary.com'],
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
