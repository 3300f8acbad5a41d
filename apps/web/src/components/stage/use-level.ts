import { useEffect, useState } from 'react';
import { measureLevel } from '../../media/level-meter.js';

/** Softer than this is the noise of a room. */
const VOICE = 0.45;
const STEPS = 6;

interface Level {
  /** How many of six bars are lit. */
  bars: number;
  /** A voice was heard since the microphone was opened. */
  heard: boolean;
}

const SILENT: Level = { bars: 0, heard: false };

/** How loud a microphone is, in steps that are worth drawing. */
export function useLevel(track: MediaStreamTrack | null): Level {
  const [level, setLevel] = useState(SILENT);

  useEffect(() => {
    if (!track) return;
    const meter = measureLevel(track);
    meter.subscribe((loudness) => {
      const bars = Math.round(loudness * STEPS);
      setLevel((before) => {
        const heard = before.heard || loudness >= VOICE;
        return before.bars === bars && before.heard === heard ? before : { bars, heard };
      });
    });
    return () => {
      meter.stop();
      setLevel(SILENT);
    };
  }, [track]);

  return level;
}
