import { t } from '@lingui/core/macro';
import { MessageCircle } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { paths } from '../../../lib/paths.js';
import { useAccount } from '../../../lib/session.js';

/** Nobody has written, and how that changes. */
export function NobodyYet({ className }: { className?: string }) {
  const isDoctor = useAccount().role === 'doctor';
  return (
    <EmptyState
      icon={MessageCircle}
      title={t`No messages yet`}
      className={className}
      action={
        isDoctor ? (
          <ButtonLink to={paths.appointments}>{t`See your appointments`}</ButtonLink>
        ) : (
          <ButtonLink to={paths.doctors} variant="primary">
            {t`Find a doctor`}
          </ButtonLink>
        )
      }
    >
      {isDoctor
        ? t`Patients who write to you appear here. You can write to a patient once you share a visit.`
        : t`Ask a doctor something before or after a visit. Open a doctor’s page to write to them.`}
    </EmptyState>
  );
}
