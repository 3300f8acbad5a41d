import { type CSSProperties, useState } from 'react';
import { cx } from './cx.js';
import { hueOf, initialsOf } from './person-tint.js';

interface AvatarProps {
  /** The person's id: it decides the tint. */
  id: string;
  name: string;
  /** Address of a photo, if there is one. */
  src?: string | null;
  /** Diameter in rem. */
  size?: number;
  /** Shows the green dot; say "online" in words beside it. */
  online?: boolean;
  className?: string;
}

/** A face: photo, or initials on the person's tint. Decoration: the name always stands beside it in text. */
export function Avatar({ id, name, src, size = 2.5, online = false, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { '--d': `${size}rem`, '--h': hueOf(id) } as CSSProperties;
  return (
    <span className={cx('avatar', className)} style={style} data-online={online || undefined} aria-hidden="true">
      {src && src !== broken ? (
        <img
          src={src}
          alt=""
          width={size * 16}
          height={size * 16}
          loading="lazy"
          className="size-full rounded-full object-cover"
          onError={() => setBroken(src)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}
