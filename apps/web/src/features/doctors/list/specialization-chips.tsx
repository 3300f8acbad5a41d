import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Chip } from '../../../components/chip.js';
import { Skeleton } from '../../../components/skeleton.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';
import { formatNumber } from '../../../lib/write.js';
import { specializationsQuery } from '../../../resources/doctors/queries.js';

interface SpecializationChipsProps {
  value: string;
  onChange: (specialization: string) => void;
}

/** One specialty or all; without an answer the search box still finds them. */
export function SpecializationChips({ value, onChange }: SpecializationChipsProps) {
  const { data, isPending } = useQuery(specializationsQuery);
  if (isPending) return <Skeleton width="24rem" height="2.5rem" className="rounded-full appear-late" />;
  if (!data || data.length === 0) return null;

  const total = data.reduce((sum, { count }) => sum + count, 0);
  // A specialty from the address that nobody has (any more) can still be taken off.
  const isUnknown = value !== '' && !data.some(({ name }) => name === value);
  const options = [{ name: '', count: total }, ...data, ...(isUnknown ? [{ name: value, count: 0 }] : [])];

  return (
    <div
      role="group"
      aria-label={t`Specialty`}
      className="relative -mx-4 no-scrollbar flex gap-2 overflow-x-auto px-4 py-1 md:mx-0 md:flex-wrap md:px-0"
    >
      {options.map(({ name, count }) => (
        <Chip key={name} pressed={name === value} aria-label={wordsOf(name, count)} onClick={() => onChange(name)}>
          {/* The blank is heard, not seen: what is shown must be within what the button is called (WCAG 2.5.3). */}
          <bdi>{name ? specialtyName(name) : t`All`}</bdi>{' '}
          <span className="tabular-nums opacity-75">{formatNumber(count)}</span>
        </Chip>
      ))}
    </div>
  );
}

function wordsOf(name: string, count: number): string {
  const specialty = specialtyName(name);
  return name
    ? plural(count, { one: `${specialty} # doctor`, other: `${specialty} # doctors` })
    : plural(count, { one: 'All # doctor', other: 'All # doctors' });
}
