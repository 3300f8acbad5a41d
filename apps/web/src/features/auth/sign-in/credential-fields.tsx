import { login } from '@health-connect/contract/accounts';
import type { Role } from '@health-connect/contract/roles';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '../../../components/field.js';
import { PasswordInput } from '../../../components/password-input.js';
import { TextInput } from '../../../components/text-input.js';
import { rulesOf } from '../../../lib/form-rules.js';

export interface SignInForm {
  role: Role;
  email: string;
  password: string;
}

interface CredentialFieldsProps {
  form: UseFormReturn<SignInForm>;
  emailHint?: ReactNode;
}

/** E-mail and password of an account that is there. */
export function CredentialFields({ form, emailHint }: CredentialFieldsProps) {
  const { errors } = form.formState;
  return (
    <>
      <Field label={t`E-mail`} hint={emailHint} error={errors.email}>
        <TextInput
          type="email"
          autoComplete="username"
          {...form.register('email', rulesOf(login.email, t`Write your e-mail address.`))}
        />
      </Field>
      <Field label={t`Password`} error={errors.password}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('password', rulesOf(login.password, t`Write your password.`))}
        />
      </Field>
    </>
  );
}
