import type { Appointment } from '@health-connect/contract/appointments';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { params } from '../../../lib/paths.js';

/** Opens an appointment over the list; "back" closes it again. */
export function DetailsLink({ appointment, children }: { appointment: Appointment; children: ReactNode }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set(params.appointment, appointment._id);
  return (
    <Link to={`?${next}`} preventScrollReset className="no-underline hover:underline">
      {children}
    </Link>
  );
}
