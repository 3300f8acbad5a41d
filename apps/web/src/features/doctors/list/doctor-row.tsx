import type { ListedDoctor } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import { BadgeCheck, Sparkles } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Avatar } from '../../../components/avatar.js';
import { Rating } from '../../../components/rating.js';
import { speaks } from '../../../lib/language/names.js';
import { paths } from '../../../lib/paths.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';
import { formatClock } from '../../../lib/time.js';
import { yearsLabel } from '../labels.js';
import { NextTimes } from './next-times.js';

/** Keeps the tick on the line of the last word. */
const WORD_JOINER = '\u2060';

/** Face, name, one line of work, one of trust; at the end real times. The row is one link, the times lie above it. */
export function DoctorRow({ doctor, now }: { doctor: ListedDoctor; now: number }) {
  const { _id, name, avatar, specialization, experience, timeZone, rating, reviewCount, languages } = doctor;
  return (
    <li className="group relative grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 py-5 sm:gap-x-4 min-[55rem]:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Avatar id={_id} name={name} src={avatar} size={3.5} className="max-[30rem]:self-start" />
      <div>
        <h2 className="text-md tracking-[-0.006em] wrap-anywhere">
          <Link
            to={paths.doctor(_id)}
            className="no-underline outline-none group-hover:underline after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
          >
            <bdi>{name}</bdi>
          </Link>
          {WORD_JOINER}
          <BadgeCheck aria-hidden="true" className="ms-1 inline size-[1.0625rem] align-[-0.18em] text-accent-ink" />
          <span className="sr-only"> {t`(verified)`}</span>
        </h2>
        <p className="detail-dots mt-0.5 text-sm text-muted">
          <b className="font-medium text-ink">{specialtyName(specialization)}</b>
          <span>{yearsLabel(experience)}</span>
          <span>{formatClock(now, timeZone).city}</span>
        </p>
        <p className="detail-dots mt-0.5 text-sm text-muted">
          {reviewCount > 0 ? (
            <Rating value={rating} count={reviewCount} />
          ) : (
            <span className="inline-flex items-center gap-1">
              <Sparkles aria-hidden="true" className="size-[0.9375rem] text-warn" />
              {t`New here`}
            </span>
          )}
          {languages.length > 0 && <span>{speaks(languages)}</span>}
        </p>
      </div>
      <NextTimes doctor={doctor} now={now} />
    </li>
  );
}
