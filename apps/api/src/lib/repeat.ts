import { logger } from './logger.js';

/** Does work again and again, never twice at once; a failure is logged and the next turn tries again. */
export function repeat(everyMs: number, work: () => Promise<void>): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    work()
      .catch((error: unknown) => logger.warn({ err: error }, 'repeated work failed and will be tried again'))
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
