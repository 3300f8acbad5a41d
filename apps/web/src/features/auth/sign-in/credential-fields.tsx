import { login } from '@health-connect/contract/accounts';
import type { Role } from '@health-connect/contract/roles';
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
  emailHint?: string | undefined;
}

/** E-mail and password of an account that is there. */
export function CredentialFields({ form, emailHint }: CredentialFieldsProps) {
  const { errors } = form.formState;
  return (
    <>
      <Field label="E-mail" hint={emailHint} error={errors.email}>
        <TextInput
          type="email"
          autoComplete="username"
          {...form.register('email', rulesOf(login.email, 'Write your e-mail address.'))}
        />
      </Field>
      <Field label="Password" error={errors.password}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('password', rulesOf(login.password, 'Write your password.'))}
        />
      </Field>
    </>
  );
}
