import type { DoctorProfile } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { useParams } from 'react-router-dom';
import { ButtonLink } from '../../components/button-link.js';
import { cx } from '../../components/cx.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorState } from '../../components/error-state.js';
import { BackLink } from '../../components/page-header.js';
import { Page } from '../../components/page.js';
import { isApiError } from '../../lib/api-error.js';
import { paths } from '../../lib/paths.js';
import { useSession } from '../../lib/session.js';
import { doctorQuery } from '../../resources/doctors/queries.js';
import { BookingPanel } from './booking/booking-panel.js';
import { DoctorFacts, DoctorIntro } from './profile/doctor-intro.js';
import { DoctorSkeleton } from './profile/doctor-skeleton.js';
import { Reviews } from './profile/reviews.js';

/** Who, why trust them, and beside it the next free times. */
export function DoctorPage() {
  const { doctorId = '' } = useParams();
  const { data: doctor, error, isPending, refetch, isRefetching } = useQuery(doctorQuery(doctorId));

  return (
    <Page title={doctor?.name ?? t`Doctor`}>
      <BackLink to={paths.doctors} label={t`Doctors`} />
      {isPending && <DoctorSkeleton />}
      {!doctor && error && isMissing(error) && <Missing />}
      {!doctor && error && !isMissing(error) && (
        <ErrorState
          title={t`This doctor’s page did not load`}
          error={error}
          onRetry={() => void refetch()}
          retrying={isRefetching}
        />
      )}
      {!doctor && <h1 className="sr-only">{t`Doctor`}</h1>}
      {doctor && <Found key={doctor._id} doctor={doctor} />}
    </Page>
  );
}

/** An address that was cut short is as good as one that leads nowhere. */
const isMissing = (error: Error) => isApiError(error, 'not_found', 'validation_failed');

const Missing = () => (
  <EmptyState
    icon={UserX}
    title={t`This doctor is not here`}
    action={<ButtonLink to={paths.doctors}>{t`Find another doctor`}</ButtonLink>}
  >
    {t`The address may be wrong, or the doctor no longer takes patients here.`}
  </EmptyState>
);

function Found({ doctor }: { doctor: DoctorProfile }) {
  const { session } = useSession();
  const canWrite = session.status !== 'signed-in' || session.account.role === 'patient';
  const isOwnAndHidden =
    session.status === 'signed-in' &&
    session.account._id === doctor._id &&
    session.account.role === 'doctor' &&
    session.account.verification !== 'verified';
  // On a desk two columns; on a phone one, where the times come right after the name.
  const column = 'contents min-[68rem]:grid min-[68rem]:content-start';
  return (
    <div className="flex flex-col gap-6 min-[68rem]:grid min-[68rem]:grid-cols-[18.5rem_minmax(0,1fr)] min-[68rem]:gap-12">
      <div className={cx(column, 'gap-5')}>
        <DoctorIntro doctor={doctor} isListed={!isOwnAndHidden} />
        <div className="max-[68rem]:order-2">
          <DoctorFacts doctor={doctor} canWrite={canWrite} />
        </div>
        {doctor.about && (
          <section aria-labelledby="about-title" className="max-[68rem]:order-3">
            <h2 id="about-title" className="mb-3 text-md">
              {t`About`}
            </h2>
            <p className="max-w-read text-sm leading-relaxed wrap-anywhere whitespace-pre-line">{doctor.about}</p>
          </section>
        )}
      </div>
      <div className={cx(column, 'gap-10')}>
        <div className="max-[68rem]:order-1">
          <BookingPanel doctor={doctor} />
        </div>
        {!isOwnAndHidden && (
          <div className="max-[68rem]:order-4">
            <Reviews doctor={doctor} />
          </div>
        )}
      </div>
    </div>
  );
}
