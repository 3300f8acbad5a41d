import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { Link } from 'react-router-dom';
import { ButtonLink } from '../../components/button-link.js';
import { Logo } from '../../components/logo.js';
import { paths } from '../../lib/paths.js';
import type { ConsultRole } from './participants.js';

/** Where this person's visits are listed. */
export const homeOf = (role: ConsultRole) => (role === 'doctor' ? paths.today : paths.appointments);

/** Above everything that is not the visit itself: where one is, and the way out. */
export function TopLine({ role, wayOut = t`Not now` }: { role: ConsultRole; wayOut?: string }) {
  return (
    <header className="flex items-center gap-3 px-4 py-2 md:px-8 md:py-4">
      <Link
        to={homeOf(role)}
        aria-label={role === 'doctor' ? t`Health-Connect, your day` : t`Health-Connect, appointments`}
        className="inline-flex min-h-control items-center gap-2 font-semibold text-ink no-underline"
      >
        <Logo className="size-6 text-accent-ink" />
        Health-Connect
      </Link>
      <ButtonLink to={homeOf(role)} variant="plain" icon={<X aria-hidden="true" />} className="ms-auto">
        {wayOut}
      </ButtonLink>
    </header>
  );
}
