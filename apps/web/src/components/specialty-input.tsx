import { type ComponentProps, useId } from 'react';
import { specialtyName } from '../lib/specialties/specialty-name.js';
import { listedSpecialties, storedSpecialty } from '../lib/specialties/stored-specialty.js';
import { TextInput } from './text-input.js';

interface SpecialtyInputProps extends Omit<ComponentProps<typeof TextInput>, 'list' | 'icon' | 'value' | 'onChange'> {
  /** As it is stored: a listed one by its English name, whatever language it is read and typed in. */
  value: string;
  onChange: (stored: string) => void;
}

/** A text for a specialty: the browser suggests the known ones as one types, and any other can be written. Stands in a Field. */
export function SpecialtyInput({ value, onChange, ...props }: SpecialtyInputProps) {
  const id = useId();
  return (
    <>
      <TextInput
        autoComplete="off"
        {...props}
        list={id}
        value={specialtyName(value)}
        onChange={(event) => onChange(storedSpecialty(event.target.value))}
      />
      <datalist id={id}>
        {listedSpecialties().map(({ stored, name }) => (
          <option key={stored} value={name} />
        ))}
      </datalist>
    </>
  );
}
