import { useEffect, useState } from 'react';

const IDLE_MS = 4_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** True once nothing was moved, pressed or focused on this page for four seconds; any sign of life ends it. */
export function useIdle(idleMs = IDLE_MS): boolean {
  const [idle, setIdle] = useState(false);

  useEffect(() => {
    const rest = () => setTimeout(() => setIdle(true), idleMs);
    let timer = rest();
    const stir = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = rest();
    };
    for (const sign of SIGNS) document.addEventListener(sign, stir);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, stir);
    };
  }, [idleMs]);

  return idle;
}
