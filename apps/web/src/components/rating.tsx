import { Plural, Trans } from '@lingui/react/macro';
import { Star } from 'lucide-react';
import { formatNumber } from '../lib/write.js';

const ONE_PLACE = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

interface RatingProps {
  /** Mean, 0 to 5. */
  value: number;
  /** How many reviews it is the mean of. */
  count?: number;
}

/** One star and a figure: it reads faster than a row of five. */
export function Rating({ value, count }: RatingProps) {
  const mean = formatNumber(value, ONE_PLACE);
  return (
    <span className="inline-flex items-center gap-1 tabular-nums">
      <Star aria-hidden="true" className="size-[0.9375rem] fill-current text-warn" />
      <span>
        {count === undefined ? (
          <Trans>
            <span className="sr-only">Rated </span>
            <b className="font-semibold text-ink">{mean}</b>
            <span className="sr-only"> of 5</span>
          </Trans>
        ) : (
          <Trans>
            <span className="sr-only">Rated </span>
            <b className="font-semibold text-ink">{mean}</b>
            <span className="sr-only"> of 5</span>, <Plural value={count} one="# review" other="# reviews" />
          </Trans>
        )}
      </span>
    </span>
  );
}
