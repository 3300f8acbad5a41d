import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useSocket } from '../../../lib/socket-context.js';
import { useTellRead } from '../../../resources/messages/mutations.js';
import { useAttention } from './use-attention.js';

/** On a message the number it has in the conversation, for the other's messages only. */
export const SEQ_ATTRIBUTE = 'data-seq';

interface Reading {
  peerId: string;
  box: RefObject<HTMLElement | null>;
  /** Up to where it was read before. */
  readSeq: number;
  /** Changes when other messages are in the box. */
  shown: unknown;
}

/** Tells that messages were read: those on the screen, while somebody can be looking, and no others (CH-3). */
export function useReading({ peerId, box, readSeq, shown }: Reading) {
  const { connection } = useSocket();
  const tellRead = useTellRead(peerId);
  const isConnected = connection.state === 'connected';
  const isAttentive = useAttention();
  const onScreen = useRef(new Map<Element, number>());
  const telling = useRef(false);

  const tell = useEffectEvent(() => {
    const upTo = Math.max(0, ...onScreen.current.values());
    if (!isAttentive || !isConnected || telling.current || upTo <= readSeq) return;
    telling.current = true;
    tellRead(upTo)
      // The next message, look or connect tells it again.
      .catch(() => undefined)
      .finally(() => {
        telling.current = false;
      });
  });

  useEffect(() => {
    const root = box.current;
    if (!root) return;
    const seen = onScreen.current;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const seq = Number(entry.target.getAttribute(SEQ_ATTRIBUTE));
          if (isReadable(entry)) seen.set(entry.target, seq);
          else seen.delete(entry.target);
        }
        tell();
      },
      { root, threshold: [0, 0.5, 1] },
    );
    for (const message of root.querySelectorAll(`[${SEQ_ATTRIBUTE}]`)) observer.observe(message);
    return () => {
      observer.disconnect();
      seen.clear();
    };
  }, [box, shown]);

  useEffect(() => tell(), [isAttentive, isConnected, readSeq]);
}

/** Half of it is on the screen; or, of a message that is taller than the screen, as much as fills half of that. */
const isReadable = ({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry) =>
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2);
