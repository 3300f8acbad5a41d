import { type PatientProfile, PROFILE_PARTS } from '@health-connect/contract/patients';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '../../../components/error-state.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { languageLabel } from '../../../lib/language/names.js';
import { formatDate, zoneLabel } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { apart } from '../../../lib/write.js';
import { profilePartLabel } from '../../../resources/patients/profile-part-labels.js';
import { patientQuery } from '../../../resources/patients/queries.js';

/** The medical profile of a patient in care; looking at it is on record. */
export function PatientCard({ patientId }: { patientId: string }) {
  const { data: patient, error, isFetching, refetch } = useQuery(patientQuery(patientId));
  const now = useNow();
  if (error && !patient) {
    return (
      <ErrorState
        title={t`The profile did not load`}
        error={error}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (!patient) return <ProfileSkeleton />;
  const { dateOfBirth, age, gender, bloodGroup, allergies, contactNumber, emergencyContact } = patient;
  return (
    <div className="grid gap-4 py-4">
      <dl className="grid gap-4">
        <Fact label={profilePartLabel('allergies')}>{allergies}</Fact>
        <Fact label={profilePartLabel('dateOfBirth')}>{dateOfBirth && birthLine(dateOfBirth, age)}</Fact>
        <Fact label={profilePartLabel('gender')}>{gender}</Fact>
        <Fact label={profilePartLabel('bloodGroup')}>{apart(bloodGroup)}</Fact>
        <Fact label={profilePartLabel('contactNumber')}>
          {contactNumber && (
            <a dir="ltr" className="link" href={`tel:${contactNumber}`}>
              {contactNumber}
            </a>
          )}
        </Fact>
        <Fact label={t`Language`}>{patient.language && languageLabel(patient.language)}</Fact>
        <Fact label={t`Time zone`}>{zoneLabel(now, patient.timeZone)}</Fact>
        <Fact label={emergencyContact.length > 1 ? t`Emergency contacts` : profilePartLabel('emergencyContact')}>
          {emergencyContact.length > 0 && <Contacts contacts={emergencyContact} />}
        </Fact>
      </dl>
      <p className="text-sm text-muted">{t`Each look at a profile is recorded.`}</p>
    </div>
  );
}

function birthLine(date: string, age: number | null): string {
  const born = formatDate(date, 'full');
  return age === null ? born : plural(age, { one: `${born}, # year`, other: `${born}, # years` });
}

function Contacts({ contacts }: { contacts: PatientProfile['emergencyContact'] }) {
  return contacts.map(({ name, relationship, phone }) => (
    <span key={`${name} ${phone}`} className="block">
      <Trans>
        <bdi>{name}</bdi>, <bdi>{relationship}</bdi>,{' '}
        <a dir="ltr" className="link" href={`tel:${phone}`}>
          {phone}
        </a>
      </Trans>
    </span>
  ));
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">
        {children || <span className="text-muted">{t`Not given`}</span>}
      </dd>
    </div>
  );
}

function ProfileSkeleton() {
  return (
    <Loading label={t`Loading the profile`} className="grid gap-5 py-4">
      {Object.keys(PROFILE_PARTS).map((part) => (
        <div key={part} className="grid gap-2">
          <Skeleton width="30%" />
          <Skeleton width="60%" />
        </div>
      ))}
    </Loading>
  );
}
