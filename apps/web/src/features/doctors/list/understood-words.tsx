import type { Understood } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import { Fragment } from 'react';
import { specialtyInSentence } from '../../../lib/specialties/specialty-in-sentence.js';
import { listOf } from '../../../lib/write.js';

/** What each word of the search was taken for, a sentence each. */
export const UnderstoodWords = ({ understood }: { understood: readonly Understood[] }) =>
  understood.map((one) => <Fragment key={one.typed}>{say(one)} </Fragment>);

function say({ typed, specialties }: Understood): string {
  if (specialties.length === 0) return t`Nobody has exactly “${typed}”. Showing what is close to it.`;
  const names = listOf(specialties.map(specialtyInSentence));
  return t`Showing ${names} for “${typed}”.`;
}
