import { t } from '@lingui/core/macro';
import { SearchX } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { paths } from '../../../lib/paths.js';

/** The same for a visit that does not exist and for one of other people. */
export function NoConsult() {
  return (
    <EmptyState
      icon={SearchX}
      title={t`There is no visit here`}
      className="m-auto"
      action={
        <ButtonLink to={paths.appointments} variant="primary">
          {t`Your appointments`}
        </ButtonLink>
      }
    >
      {t`The address may be mistyped, or the visit is not yours to see.`}
    </EmptyState>
  );
}
