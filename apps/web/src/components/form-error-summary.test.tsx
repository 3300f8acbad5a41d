import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { ApiError } from '../lib/api-error.js';
import { submitTo } from '../lib/form-errors.js';
import { loadRefusalWords } from '../lib/refusals/refusals.js';
import { englishLeft, InEveryLanguage, switchLanguage } from '../../test/switch-language.js';
import { Button } from './button.js';
import { Field } from './field.js';
import { FormErrorSummary } from './form-error-summary.js';
import { TextInput } from './text-input.js';

function ProfileForm({ save }: { save: () => Promise<unknown> }) {
  const form = useForm({ shouldFocusError: false, defaultValues: { name: '', phones: [{ number: '12' }] } });
  const { errors } = form.formState;
  return (
    <form onSubmit={submitTo(form, save, { email_taken: 'name' })}>
      <FormErrorSummary form={form} />
      <Field label="Name" error={errors.name}>
        <TextInput {...form.register('name', { required: 'Write your name.' })} />
      </Field>
      <Field label="Phone" optional error={errors.phones?.[0]?.number}>
        <TextInput {...form.register('phones.0.number')} />
      </Field>
      <Button type="submit">Save</Button>
    </form>
  );
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

test('after a failed try the summary has the focus and leads to the field', async () => {
  render(<ProfileForm save={() => Promise.resolve()} />);
  await save();
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(summary.textContent).toContain('One thing to put right');
  await userEvent.click(screen.getByRole('button', { name: 'Write your name.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
});

test('errors of the server land on their fields, also inside lists, and are named in the summary', async () => {
  const errors = [{ path: 'phones[0].number', problem: 'not_a_phone' as const, message: 'Never shown.' }];
  const refuse = () => Promise.reject(new ApiError({ code: 'validation_failed', errors }));
  render(<ProfileForm save={refuse} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Camila');
  await save();
  expect(
    await screen.findByRole('button', { name: 'Phone: Must be a phone number, like +64 21 555 0100.' }),
  ).toBeDefined();
  expect(screen.getByLabelText('Phone (optional)').getAttribute('aria-invalid')).toBe('true');
});

test('what belongs to no field is said on top', async () => {
  const errors = [{ path: 'somewhere', problem: 'not_a_listed_time_zone' as const, message: 'Never shown.' }];
  render(<ProfileForm save={() => Promise.reject(new ApiError({ code: 'validation_failed', errors }))} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Camila');
  await save();
  expect((await screen.findByRole('alert')).textContent).toBe('Is not a listed time zone.');
});

test('a refusal that means one field is shown there', async () => {
  render(<ProfileForm save={() => Promise.reject(new ApiError({ code: 'email_taken' }))} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Camila');
  await save();
  await waitFor(() => expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true'));
});

test('what stands in the way is said anew in another language, and what was put right stays so', async () => {
  const errors = [{ path: 'phones[0].number', problem: 'not_a_phone' as const, message: 'Never shown.' }];
  await loadRefusalWords();
  const refuse = () => Promise.reject(new ApiError({ code: 'validation_failed', errors }));
  render(
    <InEveryLanguage>
      <ProfileForm save={refuse} />
    </InEveryLanguage>,
  );
  await save();
  await userEvent.type(await screen.findByLabelText('Name'), 'Camila');
  await save();
  expect(await screen.findByText('Must be a phone number, like +64 21 555 0100.')).toBeDefined();
  switchLanguage();
  await waitFor(() => expect(englishLeft('Name', 'Phone', 'Save')).toEqual([]));
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).not.toBe('true');
});
