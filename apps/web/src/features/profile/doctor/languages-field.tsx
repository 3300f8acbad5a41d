import { MOST_LANGUAGES, SPOKEN_LANGUAGES, type SpokenLanguage } from '@health-connect/contract/languages';
import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { type Ref, useRef, useState } from 'react';
import { Button } from '../../../components/button.js';
import { FieldError, FieldHint } from '../../../components/field.js';
import { Select } from '../../../components/select.js';
import { languageLabel } from '../../../lib/language/names.js';
import { languageOptions } from '../../../lib/language/options.js';

interface LanguagesFieldProps {
  value: readonly SpokenLanguage[];
  onChange: (languages: SpokenLanguage[]) => void;
  error?: string | undefined;
}

/** Several of a closed list: one after the other is added, and each can be taken off by itself. */
export function LanguagesField({ value, onChange, error }: LanguagesFieldProps) {
  const [last, setLast] = useState<SpokenLanguage | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const add = (code: SpokenLanguage) => {
    setLast(code);
    onChange([...value, code]);
  };
  const remove = (code: SpokenLanguage) => {
    setLast(code);
    onChange(value.filter((one) => one !== code));
    // What was pressed is gone.
    select.current?.focus();
  };
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">
        {t`Languages you speak with patients`} <span className="text-muted">{t`(optional)`}</span>
      </legend>
      {value.length > 0 && (
        <ul role="list" className="mb-1 flex flex-wrap gap-2">
          {value.map((code) => (
            <li key={code}>
              <ChosenLanguage name={languageLabel(code)} onRemove={() => remove(code)} />
            </li>
          ))}
        </ul>
      )}
      <AddLanguage selectRef={select} chosen={value} onAdd={add} />
      <span role="status" className="sr-only">
        {last && whatHappened(languageLabel(last), value.includes(last))}
      </span>
      <FieldHint>{t`Patients see them, and find you by each.`}</FieldHint>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

const whatHappened = (name: string, isThere: boolean) => (isThere ? t`${name} is added.` : t`${name} is taken off.`);

function ChosenLanguage({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={t`Remove ${name}`}
      className="inline-flex min-h-control items-center gap-1.5 rounded-full bg-surface-2 ps-3.5 pe-2.5 text-sm font-medium hover:bg-surface-3"
      onClick={onRemove}
    >
      {name}
      <X aria-hidden="true" className="size-4 text-muted" />
    </button>
  );
}

interface AddLanguageProps {
  selectRef: Ref<HTMLSelectElement>;
  chosen: readonly SpokenLanguage[];
  onAdd: (code: SpokenLanguage) => void;
}

/** With a button beside it: by keyboard a select passes over many values before the right one. */
function AddLanguage({ selectRef, chosen, onAdd }: AddLanguageProps) {
  const [code, setCode] = useState<SpokenLanguage | ''>('');
  const left = SPOKEN_LANGUAGES.filter((one) => !chosen.includes(one));
  const isFull = chosen.length >= MOST_LANGUAGES;
  const add = () => {
    if (code === '') return;
    onAdd(code);
    setCode('');
  };
  return (
    <div className="flex gap-2">
      <div className="min-w-0 flex-1">
        <Select
          ref={selectRef}
          aria-label={t`Add a language`}
          disabled={isFull}
          value={code}
          onChange={(event) => setCode(event.target.value as SpokenLanguage | '')}
        >
          <option value="">{t`Choose a language`}</option>
          {languageOptions(left).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <Button disabled={isFull} onClick={add}>
        {t({ message: 'Add', context: 'a language to those one speaks' })}
      </Button>
    </div>
  );
}
