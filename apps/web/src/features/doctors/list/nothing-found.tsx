import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { SearchX, Stethoscope } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { languageName } from '../../../lib/language/names.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';
import { specializationsQuery } from '../../../resources/doctors/queries.js';
import { countFilters, type Filters } from './filters.js';

interface NothingFoundProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

const MOST_SUGGESTED = 4;
const NO_FILTERS: Partial<Filters> = { q: '', specialization: '', minRating: '', availableOn: '', language: '' };

/** Each filter can be taken off by itself, because one of them is usually too much. */
export function NothingFound({ filters, onChange }: NothingFoundProps) {
  const count = countFilters(filters);
  const specialties = useQuery(specializationsQuery).data ?? [];
  if (count === 0) {
    return (
      <EmptyState icon={Stethoscope} title={t`No doctors yet`}>
        {t`Doctors appear here as soon as the first one is verified.`}
      </EmptyState>
    );
  }

  const { q } = filters;
  const off: [string, keyof Filters][] = [
    [t`Without “${q}”`, 'q'],
    [t`All specialties`, 'specialization'],
    [t`Any day`, 'availableOn'],
    [t`Any rating`, 'minRating'],
    [t`Any language`, 'language'],
  ];
  return (
    <EmptyState
      icon={SearchX}
      title={t`No doctor matches`}
      action={
        <>
          {off
            .filter(([, name]) => filters[name])
            .map(([label, name]) => (
              <Button key={name} onClick={() => onChange({ [name]: '' })}>
                {label}
              </Button>
            ))}
          {count > 1 && (
            <Button variant="quiet" onClick={() => onChange(NO_FILTERS)}>
              {t`Show everyone`}
            </Button>
          )}
        </>
      }
    >
      {adviceFor(filters, count)}
      {filters.q && specialties.length > 0 && (
        <div role="group" aria-label={t`Specialties`} className="mt-3 flex flex-wrap justify-center gap-2">
          {specialties.slice(0, MOST_SUGGESTED).map(({ name }) => (
            <Button key={name} variant="soft" onClick={() => onChange({ ...NO_FILTERS, specialization: name })}>
              {specialtyName(name)}
            </Button>
          ))}
        </div>
      )}
    </EmptyState>
  );
}

function adviceFor({ q, language }: Filters, count: number): string {
  if (q && count === 1) return t`Check the spelling, or choose a specialty.`;
  if (language && count === 1) {
    const spoken = languageName(language);
    return t`No doctor has said yet that they speak ${spoken}.`;
  }
  return plural(count, {
    one: 'One filter is on. Take it off to see more.',
    other: '# filters are on. Take one off to see more.',
  });
}
