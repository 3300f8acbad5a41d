import type { CSSProperties, ReactNode } from 'react';
import type { LocalMedia } from '../../media/local-media.js';
import { cx } from '../cx.js';
import { ControlBar } from './control-bar.js';
import { Elapsed } from './elapsed.js';
import { MediaProblems } from './media-problems.js';
import type { PersonOnStage } from './person-on-stage.js';
import { PersonTile } from './person-tile.js';
import { PLATE } from './plate.js';
import { QualityBars } from './quality-bars.js';
import { SelfView } from './self-view.js';
import { useIdle } from './use-idle.js';

interface StageProps {
  /** Whom it is with. */
  title: string;
  people: readonly PersonOnStage[];
  media: LocalMedia;
  /** Epoch ms; null until it has begun. */
  since: number | null;
  /** Buttons of the bar. */
  controls: ReactNode;
  /** Beside the time, on top. */
  top?: ReactNode;
  /** Lies in the middle: who is waited for. */
  children?: ReactNode;
  /** A panel is open beside it; on a phone that leaves little room. */
  panelOpen?: boolean;
}

// On a picture the focus ring is the same in both themes.
const ON_PICTURE = { '--focus': 'var(--video-accent)' } as CSSProperties;

const GRID = ['', 'grid-cols-1', 'grid-cols-1 md:grid-cols-2', 'grid-cols-2'];

/** Everyone else edge to edge, the own picture in a corner, and a bar that goes when nobody needs it. Sound is apart. */
export function Stage({ title, people, media, since, controls, top, children, panelOpen = false }: StageProps) {
  const idle = useIdle();
  const [first] = people;

  return (
    <div style={ON_PICTURE} className="@container relative size-full overflow-hidden bg-video-chrome text-video-ink">
      <div className={cx('absolute inset-0 grid', GRID[Math.min(people.length, 3)])}>
        {people.map((person) => (
          <PersonTile key={person.id} person={person} named={people.length > 1} />
        ))}
      </div>
      {children && <div className="absolute inset-0 grid place-items-center p-4 pt-16 pb-32">{children}</div>}
      <div className="absolute inset-x-4 top-4 z-20 flex items-start gap-2">
        <h1 className={cx(PLATE, 'inline-flex min-h-9 min-w-0 items-center text-sm font-semibold tracking-normal')}>
          {title}
        </h1>
        <span className="ms-auto" />
        {top}
        {since !== null && <Elapsed since={since} />}
        {first && <QualityBars person={first} />}
      </div>
      <SelfView media={media} small={panelOpen} covers={Boolean(children)} />
      <ControlBar
        hidden={idle && people.length > 0 && !children}
        notes={<MediaProblems media={media} />}
        compact={panelOpen}
      >
        {controls}
      </ControlBar>
    </div>
  );
}
