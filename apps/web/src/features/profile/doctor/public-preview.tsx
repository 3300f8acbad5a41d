import type { DoctorAccount } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { type Control, useWatch } from 'react-hook-form';
import { Avatar } from '../../../components/avatar.js';
import { Panel } from '../../../components/panel.js';
import { Rating } from '../../../components/rating.js';
import { speaks } from '../../../lib/language/names.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';
import { zoneLabel } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { doctorQuery } from '../../../resources/doctors/queries.js';
import { type DoctorForm, yearsLabel } from './doctor-form.js';

interface PublicPreviewProps {
  account: DoctorAccount;
  control: Control<DoctorForm>;
}

/** "How patients see you": the fields as they are typed, before they are saved. */
export function PublicPreview({ account, control }: PublicPreviewProps) {
  const { name, specialization, experience, qualification, about, languages, timeZone } = useWatch({
    control,
  }) as DoctorForm;
  const isPublic = account.verification === 'verified';
  const { data: doctor } = useQuery({ ...doctorQuery(account._id), enabled: isPublic });
  const zone = zoneLabel(useNow(), timeZone);
  const years = yearsLabel(experience);

  return (
    <Panel aria-labelledby="preview-title" className="min-[66rem]:sticky min-[66rem]:top-8">
      <h2 id="preview-title" className="text-sm font-medium text-muted">
        {t`How patients see you`}
      </h2>
      <div className="mt-4 flex items-start gap-4">
        <Avatar id={account._id} name={name} src={account.avatar} size={4} />
        <div className="min-w-0">
          <p className="flex items-start gap-1.5 text-lg font-semibold wrap-anywhere">
            <bdi className="min-w-0">{name}</bdi>
            {isPublic && <BadgeCheck role="img" aria-label={t`Verified`} className="mt-1 text-accent-ink" />}
          </p>
          <p className="text-sm text-muted wrap-anywhere">{specialtyName(specialization)}</p>
          {doctor && doctor.reviewCount > 0 && (
            <p className="mt-1 text-sm text-muted">
              <Rating value={doctor.rating} count={doctor.reviewCount} />
            </p>
          )}
        </div>
      </div>
      <p className="mt-4 text-sm wrap-anywhere">
        {t`${years}.`} <bdi>{qualification}</bdi>
      </p>
      {about.trim() && <p className="mt-3 max-w-read text-sm wrap-anywhere whitespace-pre-wrap">{about}</p>}
      {languages.length > 0 && <p className="mt-3 text-sm text-muted">{speaks(languages)}</p>}
      <p className="mt-3 text-sm text-muted">{t`In ${zone}`}</p>
    </Panel>
  );
}
