import type { ListedDoctor } from '@health-connect/contract/doctors';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ChevronRight, MessageCircle } from 'lucide-react';
import { Link } from 'react-router-dom';
import { ButtonLink } from '../../../components/button-link.js';
import { cx } from '../../../components/cx.js';
import { params, paths } from '../../../lib/paths.js';
import { formatDateAt, formatDay, formatTime, useOwnZone } from '../../../lib/time.js';

const PLACE =
  'relative z-1 col-start-2 grid gap-1.5 max-[55rem]:mt-2 min-[55rem]:col-start-3 min-[55rem]:justify-items-end max-[30rem]:col-start-1 max-[30rem]:col-span-2';
const BUTTON =
  'pressable grid min-h-control place-items-center rounded-md bg-surface-2 text-sm font-semibold no-underline tabular-nums hover:bg-accent-soft hover:text-on-accent-soft';
const TIME = 'min-w-17 px-2 text-accent-ink max-[30rem]:min-w-0 max-[30rem]:flex-1';
const MORE = 'w-control flex-none text-muted';

/** More would not fit beside a name; all of them are a tap away. */
const SHOWN = 3;

/** The next free times, each a tap away from being booked; those of a later day say so. */
export function NextTimes({ doctor, now }: { doctor: ListedDoctor; now: number }) {
  const zone = useOwnZone();
  const first = doctor.nextSlots[0];
  if (!first) {
    return (
      <div className={PLACE}>
        <p className="text-sm text-muted">{t`No free times soon`}</p>
        <ButtonLink variant="quiet" icon={<MessageCircle />} to={paths.conversation(doctor._id)} className="-mx-3">
          {t`Write a message`}
        </ButtonLink>
      </div>
    );
  }

  const { name } = doctor;
  const firstDay = formatDay(first.startsAt, zone, now);
  const dateOf = (startsAt: string) => localDateOf(Date.parse(startsAt), zone);
  return (
    <div className={PLACE}>
      <p className="text-sm text-muted">
        <Trans>
          Next free <b className="font-semibold text-ink">{firstDay}</b>
        </Trans>
      </p>
      <div className="flex flex-wrap gap-2">
        {doctor.nextSlots.slice(0, SHOWN).map(({ startsAt }) => {
          const [day, time] = [formatDay(startsAt, zone, now), formatTime(startsAt, zone)];
          const isLater = dateOf(startsAt) !== dateOf(first.startsAt);
          const weekday = formatDateAt(startsAt, zone, 'weekday');
          const shown = isLater ? `${weekday} ${time}` : time;
          return (
            <Link
              key={startsAt}
              to={`${paths.doctor(doctor._id)}?${params.time}=${encodeURIComponent(startsAt)}`}
              aria-label={t`${shown}, book ${day} with ${name}`}
              className={cx(BUTTON, TIME)}
            >
              {shown}
            </Link>
          );
        })}
        <Link to={paths.doctor(doctor._id)} aria-label={t`All times of ${name}`} className={cx(BUTTON, MORE)}>
          <ChevronRight aria-hidden="true" />
        </Link>
      </div>
    </div>
  );
}
