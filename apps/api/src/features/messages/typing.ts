import { typingStarted, typingStopped } from '@health-connect/contract/messages';

/** At most one sign of typing per person and this time is passed on. */
const TYPING_EVERY_MS = 2000;
/** Without news it stops by itself. */
const TYPING_STOPS_AFTER_MS = 5000;

type Tell = (event: typeof typingStarted | typeof typingStopped, to: string) => void;

/** What one socket types to whom. Only passed on, never stored. */
export function createTyping(tell: Tell, now: () => number) {
  const typingTo = new Map<string, { toldAt: number; stop: NodeJS.Timeout }>();

  const stop = (to: string) => {
    const typing = typingTo.get(to);
    if (!typing) return;
    clearTimeout(typing.stop);
    typingTo.delete(to);
    tell(typingStopped, to);
  };

  return {
    start(to: string) {
      const typing = typingTo.get(to);
      clearTimeout(typing?.stop);
      const isDue = !typing || now() - typing.toldAt >= TYPING_EVERY_MS;
      const toldAt = isDue ? now() : typing.toldAt;
      typingTo.set(to, { toldAt, stop: setTimeout(() => stop(to), TYPING_STOPS_AFTER_MS).unref() });
      if (isDue) tell(typingStarted, to);
    },
    stop,
    stopAll: () => [...typingTo.keys()].forEach(stop),
  };
}
