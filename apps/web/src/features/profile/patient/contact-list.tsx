import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { UserPlus } from 'lucide-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { TextInput } from '../../../components/text-input.js';
import { formatNumber } from '../../../lib/write.js';
import type { PatientForm } from './patient-form.js';

/** As many as the contract takes. */
const MOST = 5;
const EMPTY = { name: '', relationship: '', phone: '' };

/** Whom to call when the patient cannot. */
export function ContactList({ form }: { form: UseFormReturn<PatientForm> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'emergencyContact' });
  const errors = form.formState.errors.emergencyContact;
  const { register } = form;

  return (
    <section aria-labelledby="contacts-title" className="mt-4">
      <h2 id="contacts-title">{t`Emergency contacts`}</h2>
      <p className="mt-1 text-sm text-muted">{t`Whom we name to your doctor if something happens during a visit.`}</p>
      <ul className="divide-y divide-line">
        {fields.map(({ id }, index) => (
          <li key={id} className="py-4">
            <fieldset className="grid gap-4 min-[30rem]:grid-cols-2">
              <legend className="sr-only">{contactWords(index)}</legend>
              <Field label={t`Name`} error={errors?.[index]?.name}>
                <TextInput
                  maxLength={100}
                  {...register(`emergencyContact.${index}.name`, { required: t`Write the contact’s name.` })}
                />
              </Field>
              <Field label={t`Who they are to you`} error={errors?.[index]?.relationship}>
                <TextInput
                  maxLength={60}
                  placeholder={t`Sister, neighbour`}
                  {...register(`emergencyContact.${index}.relationship`, {
                    required: t`Write who the contact is to you.`,
                  })}
                />
              </Field>
              <Field label={t`Phone`} error={errors?.[index]?.phone}>
                <TextInput
                  type="tel"
                  {...register(`emergencyContact.${index}.phone`, { required: t`Write the contact’s phone number.` })}
                />
              </Field>
              <Button variant="danger-quiet" className="self-end justify-self-start" onClick={() => remove(index)}>
                <Remove index={index} />
              </Button>
            </fieldset>
          </li>
        ))}
      </ul>
      {fields.length < MOST && (
        <Button icon={<UserPlus aria-hidden="true" />} className="mt-3" onClick={() => append(EMPTY)}>
          {fields.length === 0 ? t`Add a contact` : t`Add another contact`}
        </Button>
      )}
    </section>
  );
}

function contactWords(index: number): string {
  const number = formatNumber(index + 1);
  return t`Contact ${number}`;
}

function Remove({ index }: { index: number }) {
  const number = formatNumber(index + 1);
  return (
    <Trans>
      Remove<span className="sr-only"> contact {number}</span>
    </Trans>
  );
}
