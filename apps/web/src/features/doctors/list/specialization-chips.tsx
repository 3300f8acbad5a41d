import { useQuery } from '@tanstack/react-query';
import { Chip } from '../../../components/chip.js';
import { Skeleton } from '../../../components/skeleton.js';
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
      aria-label="Specialty"
      className="relative -mx-4 no-scrollbar flex gap-2 overflow-x-auto px-4 py-1 md:mx-0 md:flex-wrap md:px-0"
    >
      {options.map(({ name, count }) => (
        <Chip key={name} pressed={name === value} onClick={() => onChange(name)}>
          {name || 'All'}{' '}
          <span className="tabular-nums opacity-75">
            {count}
            <span className="sr-only"> {count === 1 ? 'doctor' : 'doctors'}</span>
          </span>
        </Chip>
      ))}
    </div>
  );
}
