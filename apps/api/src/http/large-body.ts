import express, { type Request, type RequestHandler, Router } from 'express';
import { refused } from './errors.js';
import { limitRate } from './rate-limit.js';
import { cutWhenStalled, oneBodyAtATime } from './receiving.js';

/** What the body of any request may have. */
export const SMALL_BODY_BYTES = 100 * 1024;
/** A chat image may travel as a data URL (api.md); 10 MB of bytes are 14 MB of base64. */
const LARGE_BODY = '15mb';
const MOST_AT_A_TIME = 8;
/** A week of five-minute slots is 150 kB (2,016 of them), and special dates come beside it. */
const SCHEDULE_BODY = '512kb';
/** More than any message has; megabytes of them would keep the parser, and with it everybody, busy for seconds. */
const MAX_MARKS = 10_000;
const [COMMA, BRACKET, BRACE] = [0x2c, 0x5b, 0x7b];

/** Reads large bodies of people who are signed in. Strangers get no more than the small limit, whatever the path. */
export function largeBodies(): Router {
  const options = { limit: LARGE_BODY, verify: (_req: unknown, _res: unknown, bytes: Buffer) => refuseMaze(bytes) };
  return bodiesOfPeople(options, [(req, res, next) => (isLarge(req) ? admit(req, res, next) : next())]);
}

/** Reads a doctor's hours, which are many small things: more than the usual limit, far less than a picture. */
export function scheduleBodies(): Router {
  return bodiesOfPeople({ limit: SCHEDULE_BODY });
}

function bodiesOfPeople(options: Parameters<typeof express.json>[0], gates: RequestHandler[] = []): Router {
  const router = Router();
  router.use((_req, res, next) => (res.locals.user ? next() : next('router')));
  router.use(
    limitRate({
      name: 'large-bodies',
      limit: 100,
      windowSeconds: 15 * 60,
      when: isLarge,
    }),
  );
  router.use(...gates, express.json({ ...options, inflate: false }));
  return router;
}

const isLarge = (req: Request) => !(Number(req.get('content-length')) <= SMALL_BODY_BYTES);

let inMemory = 0;

/** These bodies are held in memory, so there are few of them at a time. */
const admit: RequestHandler = (req, res, next) => {
  if (inMemory >= MOST_AT_A_TIME) {
    throw refused('pictures_crowded', { retryAfterSeconds: 5 });
  }
  oneBodyAtATime(req, res, () => {
    inMemory += 1;
    res.once('close', () => (inMemory -= 1));
    cutWhenStalled(req);
    next();
  });
};

function refuseMaze(bytes: Buffer): void {
  let marks = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) marks += 1;
  }
  if (marks > MAX_MARKS) throw new Error('The body is more structure than content.');
}
