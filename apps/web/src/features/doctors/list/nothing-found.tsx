import { useQuery } from '@tanstack/react-query';
import { SearchX, Stethoscope } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { specializationsQuery } from '../../../resources/doctors/queries.js';
import { countFilters, type Filters } from './filters.js';

interface NothingFoundProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

const MOST_SUGGESTED = 4;
const NO_FILTERS: Partial<Filters> = { q: '', specialization: '', minRating: '', availableOn: '' };

/** Each filter can be taken off by itself, because one of them is usually too much. */
export function NothingFound({ filters, onChange }: NothingFoundProps) {
  const count = countFilters(filters);
  const specialties = useQuery(specializationsQuery).data ?? [];
  if (count === 0) {
    return (
      <EmptyState icon={Stethoscope} title="No doctors yet">
        Doctors appear here as soon as the first one is verified.
      </EmptyState>
    );
  }

  const off: [string, Partial<Filters>][] = [
    ...(filters.q ? [[`Without “${filters.q}”`, { q: '' }] as [string, Partial<Filters>]] : []),
    ...(filters.specialization ? [['All specialties', { specialization: '' }] as [string, Partial<Filters>]] : []),
    ...(filters.availableOn ? [['Any day', { availableOn: '' }] as [string, Partial<Filters>]] : []),
    ...(filters.minRating ? [['Any rating', { minRating: '' }] as [string, Partial<Filters>]] : []),
  ];
  return (
    <EmptyState
      icon={SearchX}
      title="No doctor matches"
      action={
        <>
          {off.map(([label, change]) => (
            <Button key={label} onClick={() => onChange(change)}>
              {label}
            </Button>
          ))}
          {count > 1 && (
            <Button variant="quiet" onClick={() => onChange(NO_FILTERS)}>
              Show everyone
            </Button>
          )}
        </>
      }
    >
      {adviceFor(filters, count)}
      {filters.q && specialties.length > 0 && (
        <div role="group" aria-label="Specialties" className="mt-3 flex flex-wrap justify-center gap-2">
          {specialties.slice(0, MOST_SUGGESTED).map(({ name }) => (
            <Button key={name} variant="soft" onClick={() => onChange({ ...NO_FILTERS, specialization: name })}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </EmptyState>
  );
}

function adviceFor({ q }: Filters, count: number): string {
  if (count > 1) return `${count} filters are on. Take one off to see more.`;
  return q ? 'Check the spelling, or choose a specialty.' : 'One filter is on. Take it off to see more.';
}
