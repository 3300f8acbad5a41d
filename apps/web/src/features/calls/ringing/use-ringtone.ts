import { useEffect } from 'react';
import { type RingKind, startRingtone } from '../../../media/ringtone.js';

/** Rings for as long as this is on the page. */
export function useRingtone(kind: RingKind | null) {
  useEffect(() => {
    if (!kind) return;
    const ringtone = startRingtone(kind);
    return () => ringtone.stop();
  }, [kind]);
}
