import express, { Router } from 'express';
import { limitRate } from './rate-limit.js';

/** What the body of any request may have. */
export const SMALL_BODY_BYTES = 100 * 1024;
/** A chat image may travel as a data URL (api.md); 10 MB of bytes are 14 MB of base64. */
const LARGE_BODY = '15mb';
/** A week of five-minute slots is 150 kB (2,016 of them), and special dates come beside it. */
const SCHEDULE_BODY = '512kb';
/** More than any message has; megabytes of them would keep the parser, and with it everybody, busy for seconds. */
const MAX_MARKS = 10_000;
const [COMMA, BRACKET, BRACE] = [0x2c, 0x5b, 0x7b];

/** Reads large bodies of people who are signed in. Strangers get no more than the small limit, whatever the path. */
export function largeBodies(): Router {
  return bodiesOfPeople({ limit: LARGE_BODY, verify: (_req, _res, bytes) => refuseMaze(bytes) });
}

/** Reads a doctor's hours, which are many small things: more than the usual limit, far less than a picture. */
export function scheduleBodies(): Router {
  return bodiesOfPeople({ limit: SCHEDULE_BODY });
}

function bodiesOfPeople(options: Parameters<typeof express.json>[0]): Router {
  const router = Router();
  router.use((_req, res, next) => (res.locals.user ? next() : next('router')));
  router.use(
    limitRate({
      name: 'large-bodies',
      limit: 100,
      windowSeconds: 15 * 60,
      when: (req) => !(Number(req.get('content-length')) <= SMALL_BODY_BYTES),
    }),
  );
  router.use(express.json({ ...options, inflate: false }));
  return router;
}

function refuseMaze(bytes: Buffer): void {
  let marks = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) marks += 1;
  }
  if (marks > MAX_MARKS) throw new Error('The body is more structure than content.');
}
