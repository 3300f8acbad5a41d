import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ButtonLink } from '../../components/button-link.js';
import { PageHeader } from '../../components/page-header.js';
import { Page } from '../../components/page.js';
import { params, paths } from '../../lib/paths.js';
import { useAccount } from '../../lib/session.js';
import { formatDay, ownZone, zoneLabel } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { AppointmentDetails } from './details/appointment-details.js';
import type { Action } from './dialogs/actions.js';
import { AppointmentDialogs } from './dialogs/appointment-dialogs.js';
import { Overview } from './overview/overview.js';
import { PAST_TAB, PastPage } from './past/past-page.js';

/** Somebody's appointments, in the words of who looks at them: patient or doctor. */
export function AppointmentsPage() {
  const reader = useAccount().role === 'doctor' ? 'doctor' : 'patient';
  const [search] = useSearchParams();
  const [action, setAction] = useState<Action | null>(null);
  const now = useNow();
  const [today, zone] = [formatDay(now, ownZone()), zoneLabel(now)];
  const isPast = search.get(params.tab) === PAST_TAB;
  const title = isPast ? t`Past visits` : t`Appointments`;

  return (
    <Page title={title}>
      <PageHeader
        title={title}
        detail={t`${today}, times in ${zone}`}
        back={isPast ? { to: paths.appointments, label: t`Appointments` } : undefined}
        actions={
          reader === 'patient' && (
            <ButtonLink to={paths.doctors} icon={<Plus />}>
              {t`Book a visit`}
            </ButtonLink>
          )
        }
      />
      {isPast ? <PastPage reader={reader} ask={setAction} /> : <Overview reader={reader} ask={setAction} />}
      <AppointmentDetails reader={reader} ask={setAction} />
      <AppointmentDialogs action={action} reader={reader} onClose={() => setAction(null)} />
    </Page>
  );
}
