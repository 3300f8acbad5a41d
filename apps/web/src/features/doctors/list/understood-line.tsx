import type { Understood } from '@health-connect/contract/doctors';
import { lazy, Suspense } from 'react';

/** Only who searches needs it. */
const UnderstoodWords = lazy(async () => ({ default: (await import('./understood-words.js')).UnderstoodWords }));

/** Says where words of the search were taken for others; always there, so that a screen reader hears it come. */
export function UnderstoodLine({ understood = [] }: { understood?: Understood[] }) {
  return (
    <p role="status" className="mt-3 text-sm text-muted wrap-anywhere empty:hidden">
      <Suspense>{understood.length > 0 && <UnderstoodWords understood={understood} />}</Suspense>
    </p>
  );
}
