import { t } from '@lingui/core/macro';
import { TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { DeviceProblem } from '../../media/device-problems.js';
import type { LocalMedia } from '../../media/local-media.js';
import { cx } from '../cx.js';
import { PLATE } from './plate.js';
import { useObservable } from '../../lib/use-observable.js';

/** Which device does not work, and what to do; until it works or the words are put away. */
export function MediaProblems({ media }: { media: LocalMedia }) {
  const { problems } = useObservable(media);
  const [read, setRead] = useState<readonly DeviceProblem[]>([]);
  // Closing the picker of screens is a choice, not a problem.
  const open = problems.filter((problem) => !read.includes(problem) && problem.device !== 'screen');

  return (
    <div role="status" className="grid gap-2 px-4">
      {open.map((problem) => (
        <p key={problem.device} className={cx(PLATE, 'flex max-w-112 items-center gap-2')}>
          <TriangleAlert aria-hidden="true" className="text-warn" />
          <span>{problem.help}</span>
          <button
            type="button"
            aria-label={t`Put away`}
            className="grid size-8 flex-none place-items-center rounded-full hover:bg-video-control"
            onClick={() => setRead([...read, problem])}
          >
            <X aria-hidden="true" />
          </button>
        </p>
      ))}
    </div>
  );
}
