import type { Understood } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import { Fragment } from 'react';
import { specialtyInSentence } from '../../../lib/specialties/specialty-name.js';
import { listOf } from '../../../lib/write.js';

/** Says where words of the search were taken for others; always there, so that a screen reader hears it come. */
export function UnderstoodLine({ understood = [] }: { understood?: Understood[] }) {
  return (
    <p role="status" className="mt-3 text-sm text-muted wrap-anywhere empty:hidden">
      {understood.map((one) => (
        <Fragment key={one.typed}>{say(one)} </Fragment>
      ))}
    </p>
  );
}

function say({ typed, specialties }: Understood): string {
  if (specialties.length === 0) return t`Nobody has exactly “${typed}”. Showing what is close to it.`;
  const names = listOf(specialties.map(specialtyInSentence));
  return t`Showing ${names} for “${typed}”.`;
}
