import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Corner, cornerByKey, nearestCorner, nextCorner } from './corners.js';

/** Less than this is a press, not a drag. */
const DRAG_PX = 6;

interface Drag {
  pointer: number;
  from: { x: number; y: number };
}

/** Something that lies in a corner and can be dragged to another, moved by arrow keys, or sent on by a press. */
export function useCorner(start: Corner) {
  const [corner, setCorner] = useState(start);
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null);
  const drag = useRef<Drag | null>(null);
  const dragged = useRef(false);

  const end = (event: PointerEvent<HTMLElement>) => {
    const place = event.currentTarget.parentElement?.getBoundingClientRect();
    if (drag.current?.pointer !== event.pointerId) return;
    drag.current = null;
    if (offset && place)
      setCorner(nearestCorner({ x: event.clientX - place.left, y: event.clientY - place.top }, place));
    setOffset(null);
  };

  return {
    corner,
    handlers: {
      style: offset ? { transform: `translate(${offset.x}px, ${offset.y}px)` } : undefined,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        dragged.current = false;
        drag.current = { pointer: event.pointerId, from: { x: event.clientX, y: event.clientY } };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (drag.current?.pointer !== event.pointerId) return;
        const { from } = drag.current;
        const moved = { x: event.clientX - from.x, y: event.clientY - from.y };
        if (!dragged.current && Math.hypot(moved.x, moved.y) < DRAG_PX) return;
        dragged.current = true;
        setOffset(moved);
      },
      onPointerUp: end,
      onPointerCancel: end,
      onClick: () => {
        if (!dragged.current) setCorner(nextCorner);
        dragged.current = false;
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const next = cornerByKey(corner, event.key);
        if (!next) return;
        event.preventDefault();
        setCorner(next);
      },
    },
  };
}
