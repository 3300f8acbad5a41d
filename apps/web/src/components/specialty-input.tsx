import { labels } from '@health-connect/contract/specialties/en';
import { type ComponentProps, useId } from 'react';
import { TextInput } from './text-input.js';

const NAMES = Object.values(labels).sort((a, b) => a.localeCompare(b, 'en'));

/** A text for a specialty: the browser suggests the known ones as one types, and any other can be written. Stands in a Field. */
export function SpecialtyInput(props: Omit<ComponentProps<typeof TextInput>, 'list' | 'icon'>) {
  const id = useId();
  return (
    <>
      <TextInput autoComplete="off" {...props} list={id} />
      <datalist id={id}>
        {NAMES.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
