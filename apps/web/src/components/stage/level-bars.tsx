import { cx } from '../cx.js';

const HEIGHTS = [40, 85, 60, 75, 50, 30];

/** A voice as six bars; decoration beside words that say the same. */
export function LevelBars({ bars }: { bars: number }) {
  return (
    <span aria-hidden="true" className="inline-flex h-5 items-center gap-[3px]">
      {HEIGHTS.map((height, index) => (
        <i
          key={index}
          className={cx('w-1 rounded-[2px]', index < bars ? 'bg-video-accent' : 'bg-video-muted opacity-55')}
          style={{ height: index < bars ? `${height}%` : 4 }}
        />
      ))}
    </span>
  );
}
