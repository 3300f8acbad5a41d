import { useEffect, useRef } from 'react';
import { cx } from '../cx.js';

interface PictureProps {
  stream: MediaStream;
  /** Whose, or what, it shows. */
  label: string;
  /** As in a mirror, which is how people know themselves. */
  mirrored?: boolean;
  /** A screen is shown whole; a face fills its place. */
  whole?: boolean;
  className?: string;
}

/** A moving picture without sound: sound has an element of its own, which stays when the picture moves. */
export function Picture({ stream, label, mirrored = false, whole = false, className }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current!;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  return (
    <video
      ref={video}
      autoPlay
      playsInline
      muted
      aria-label={label}
      className={cx('size-full', whole ? 'object-contain' : 'object-cover', mirrored && '-scale-x-100', className)}
    />
  );
}
