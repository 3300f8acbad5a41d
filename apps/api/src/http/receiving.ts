import type { Request, RequestHandler } from 'express';
import { oneAtATime } from './one-at-a-time.js';

/** What sends nothing for so long is not on its way any more. */
const STALLED_MS = 30_000;

/** Cuts a request off whose body makes no progress. */
export function cutWhenStalled(req: Request, afterMs = STALLED_MS): void {
  const { socket } = req;
  const cut = () => req.destroy();
  socket.setTimeout(afterMs, cut);
  req.once('end', () => {
    socket.off('timeout', cut);
    socket.setTimeout(0);
  });
}

const enter = oneAtATime('picture_on_its_way');

/** One large body of each person at a time, for as long as their request lives. For people who are signed in. */
export const oneBodyAtATime: RequestHandler = (_req, res, next) => {
  const { user } = res.locals;
  if (user) res.once('close', enter(user.id));
  next();
};
