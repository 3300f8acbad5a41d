import { t } from '@lingui/core/macro';
import { CalendarClock, CalendarHeart, Copy } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { Panel } from '../../../components/panel.js';
import { paths } from '../../../lib/paths.js';
import { toast } from '../../../lib/toast.js';

/** The first day of all: nobody can book yet. */
export function NoHoursYet() {
  return (
    <Panel>
      <EmptyState
        icon={CalendarClock}
        title={t`First, say when you see patients`}
        action={
          <ButtonLink variant="primary" to={paths.schedule}>
            {t`Set your hours`}
          </ButtonLink>
        }
      >
        {t`This page runs your day: who is next, who asks for a visit, and the hours ahead. Patients can book you once you have weekly hours; it takes about a minute.`}
      </EmptyState>
    </Panel>
  );
}

/** There are hours, but nobody has booked. */
export function NoAppointmentsYet({ doctorId }: { doctorId: string }) {
  const share = () =>
    navigator.clipboard.writeText(new URL(paths.doctor(doctorId), location.origin).href).then(
      () => toast.success(() => t`Link copied`),
      () => toast.error(() => t`Your browser did not allow copying. Open your page and copy its address.`),
    );
  return (
    <Panel>
      <EmptyState
        icon={CalendarHeart}
        title={t`You can be booked`}
        action={
          <>
            <ButtonLink to={paths.doctor(doctorId)}>{t`See your page`}</ButtonLink>
            <Button variant="primary" icon={<Copy aria-hidden="true" />} onClick={() => void share()}>
              {t`Copy its link`}
            </Button>
          </>
        }
      >
        {t`When a patient asks for a visit, it appears here by itself, and you confirm or decline it. Share your page with patients who know you.`}
      </EmptyState>
    </Panel>
  );
}
