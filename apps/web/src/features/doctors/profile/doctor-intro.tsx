import type { DoctorProfile } from '@health-connect/contract/doctors';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  BadgeCheck,
  BriefcaseMedical,
  EyeOff,
  GraduationCap,
  Languages,
  type LucideIcon,
  MapPin,
  MessageCircle,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { ButtonLink } from '../../../components/button-link.js';
import { Rating } from '../../../components/rating.js';
import { speaks } from '../../../lib/language/names.js';
import { paths } from '../../../lib/paths.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';
import { formatClock, formatDateAt } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';

interface DoctorIntroProps {
  doctor: DoctorProfile;
  /** False: a doctor whom the clinic has not verified looks at their own page. */
  isListed: boolean;
}

/** Who this is. */
export function DoctorIntro({ doctor, isListed }: DoctorIntroProps) {
  const { _id, name, avatar, specialization, rating, reviewCount } = doctor;
  return (
    <div className="grid gap-4 max-[68rem]:grid-cols-[auto_minmax(0,1fr)] max-[68rem]:items-center">
      <Avatar id={_id} name={name} src={avatar} size={6} className="max-md:[--d:4rem]! max-md:self-start" />
      <div>
        <h1 className="wrap-anywhere">
          <bdi>{name}</bdi>
        </h1>
        <p className="mt-1 text-muted">{specialtyName(specialization)}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm">
          {isListed ? (
            <span className="inline-flex items-center gap-1 font-semibold text-accent-ink">
              <BadgeCheck aria-hidden="true" />
              {t`Verified`}
            </span>
          ) : (
            <span className="inline-flex items-center gap-1 font-semibold text-warn">
              <EyeOff aria-hidden="true" />
              {t`Only you see this page`}
            </span>
          )}
          {reviewCount > 0 ? (
            <a href="#reviews" className="inline-flex min-h-7 items-center pointer-coarse:min-h-11">
              <Rating value={rating} count={reviewCount} />
            </a>
          ) : (
            <span className="text-muted">{t`New here`}</span>
          )}
        </p>
      </div>
    </div>
  );
}

interface DoctorFactsProps {
  doctor: DoctorProfile;
  canWrite: boolean;
}

/** Why to trust them, where they are, and how to ask something first. */
export function DoctorFacts({ doctor, canWrite }: DoctorFactsProps) {
  const now = useNow();
  const { city, time } = formatClock(now, doctor.timeZone);
  const years = Math.max(doctor.experience, 1);
  const weekday = formatDateAt(now, doctor.timeZone, 'weekday');
  return (
    <div>
      <dl className="grid gap-2 text-sm md:max-[68rem]:grid-cols-2 min-[68rem]:gap-3">
        <Fact icon={GraduationCap} name={t`Qualification`}>
          <bdi>{doctor.qualification}</bdi>
        </Fact>
        <Fact icon={BriefcaseMedical} name={t`Experience`}>
          {plural(years, { one: '# year in practice', other: '# years in practice' })}
        </Fact>
        {doctor.languages.length > 0 && (
          <Fact icon={Languages} name={t`Languages`}>
            {speaks(doctor.languages)}
          </Fact>
        )}
        <Fact icon={MapPin} name={t`Place and time`}>
          <Trans>
            {city},{' '}
            <span className="text-muted">
              where it is {weekday} <time>{time}</time> now
            </span>
          </Trans>
        </Fact>
      </dl>
      {canWrite && (
        <ButtonLink to={paths.conversation(doctor._id)} icon={<MessageCircle />} className="mt-5 min-[68rem]:w-full">
          {t`Write a message`}
        </ButtonLink>
      )}
    </div>
  );
}

function Fact({ icon: Icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-3">
      <dt>
        <Icon aria-hidden="true" className="text-muted" />
        <span className="sr-only">{name}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
