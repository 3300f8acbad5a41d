import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { ErrorState } from '../../components/error-state.js';
import { isApiError } from '../../lib/api-error.js';
import { sessionEnd } from '../../lib/session-end.js';
import { useAccount } from '../../lib/session.js';
import { useDocumentTitle } from '../../lib/use-document-title.js';
import { useNow } from '../../lib/use-now.js';
import { useObservable } from '../../lib/use-observable.js';
import { appointmentQuery } from '../../resources/appointments/queries.js';
import { otherOf } from '../../resources/appointments/reader.js';
import { useConsultsGoingOn } from '../../resources/consults/queries.js';
import { ClosedDoor } from './entrance/closed-door.js';
import { askAgainIn, entranceOf } from './entrance/entrance.js';
import { GreenRoomSkeleton } from './entrance/green-room-skeleton.js';
import { NoConsult } from './entrance/no-consult.js';
import { type ConsultEnd, ConsultOver } from './ending/consult-over.js';
import { ConsultSession } from './room/consult-session.js';

/** The visit of one appointment: its door, the green room, the waiting room, the visit itself, and what comes after. */
export function ConsultPage() {
  const { appointmentId = '' } = useParams();
  // Another visit is another page, and begins at its door.
  return <Consult key={appointmentId} appointmentId={appointmentId} />;
}

function Consult({ appointmentId }: { appointmentId: string }) {
  const role = useAccount().role === 'doctor' ? 'doctor' : 'patient';
  const now = useNow(5_000);
  const isSignedOut = useObservable(sessionEnd);
  const [begun, setBegun] = useState(false);
  const [end, setEnd] = useState<ConsultEnd | null>(null);
  const { data, error, refetch, isFetching } = useQuery({
    ...appointmentQuery(appointmentId),
    refetchInterval: (query) => askAgainIn(query.state.data, Date.now()),
  });
  const goesOn = useConsultsGoingOn().some((one) => one.appointmentId === appointmentId);
  const name = data && otherOf(data, role).name;
  useDocumentTitle(name ? t`Visit with ${name}` : t`Visit`);

  if (!data) {
    if (!error) return <GreenRoomSkeleton />;
    if (isApiError(error, 'not_found', 'validation_failed')) return <NoConsult />;
    return (
      <ErrorState
        title={t`The visit did not load`}
        error={error}
        onRetry={() => void refetch()}
        retrying={isFetching}
        className="m-auto"
      />
    );
  }

  // Camera and microphone close with the session; what was typed is kept, and the green room comes after signing in.
  if (isSignedOut) return <GreenRoomSkeleton />;

  const again = () => {
    setBegun(false);
    setEnd(null);
    void refetch();
  };
  if (end) return <ConsultOver appointment={data} role={role} end={end} goesOn={goesOn} onReturn={again} />;

  const entrance = entranceOf(data, now);
  // Whoever is in stays in, and may come back: the server ends a visit by its own word.
  if (entrance.at !== 'open' && !begun && !goesOn)
    return <ClosedDoor appointment={data} role={role} at={entrance.at} />;
  return <ConsultSession appointment={data} role={role} onBegin={() => setBegun(true)} onEnd={setEnd} />;
}
