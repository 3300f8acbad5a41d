import type { Understood } from '@health-connect/contract/doctors';

/** Says where words of the search were taken for others; always there, so that a screen reader hears it come. */
export function UnderstoodLine({ understood = [] }: { understood?: Understood[] }) {
  return (
    <p role="status" className="mt-3 text-sm text-muted wrap-anywhere empty:hidden">
      {understood.map(say).join(' ')}
    </p>
  );
}

const say = ({ typed, specialties }: Understood) =>
  specialties.length > 0
    ? `Showing ${specialties.join(' and ').toLowerCase()} for “${typed}”.`
    : `Nobody has exactly “${typed}”. Showing what is close to it.`;
