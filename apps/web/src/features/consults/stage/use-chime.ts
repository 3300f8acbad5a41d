import { useEffect, useRef } from 'react';
import { deviceChoices } from '../../../components/stage/device-choices.js';
import { playTestSound } from '../../../media/play-sound.js';

/** A chime whenever there are more of them than before: somebody came, or one was let in. */
export function useChime(count: number) {
  const before = useRef(count);
  useEffect(() => {
    const isMore = count > before.current;
    before.current = count;
    // A browser that allows no sound yet stays silent; the words on the screen say the same.
    if (isMore) void playTestSound(deviceChoices().speaker || undefined).catch(() => undefined);
  }, [count]);
}
