import { t } from '@lingui/core/macro';
import { Popover } from 'radix-ui';
import { cx } from '../cx.js';
import { POPOVER } from '../overlay-style.js';
import type { PersonOnStage } from './person-on-stage.js';
import { PLATE } from './plate.js';
import { qualityDetails, qualityMark } from './quality-labels.js';

const HEIGHTS = ['h-[40%]', 'h-[70%]', 'h-full'];

/** The connection to somebody as three bars; a press tells what stands behind them. */
export function QualityBars({ person: { name, state, statistics } }: { person: PersonOnStage }) {
  const { bars, words } = qualityMark(state, statistics);
  const details = qualityDetails(statistics);

  return (
    <Popover.Root>
      <Popover.Trigger
        className={cx(
          PLATE,
          'inline-flex min-h-9 items-center justify-center pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        )}
        aria-label={nameOf(words, statistics)}
        title={words}
      >
        <span aria-hidden="true" className="inline-flex h-3.5 items-end gap-[3px]">
          {HEIGHTS.map((height, index) => (
            <i
              key={height}
              className={cx(
                'w-1 rounded-[1px]',
                height,
                index < bars ? 'bg-video-accent' : 'bg-video-muted opacity-45',
              )}
            />
          ))}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className={cx(POPOVER, 'grid gap-2 p-4 text-sm')}
        >
          <p className="font-semibold">{words}</p>
          <p className="max-w-56 text-muted">{t`To ${name}, measured now`}</p>
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
            {details.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="text-end tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function nameOf(quality: string, statistics: PersonOnStage['statistics']): string {
  if (statistics?.rttMs == null) return t`${quality}. Details`;
  const delay = Math.round(statistics.rttMs);
  return t`${quality}, ${delay} ms. Details`;
}
