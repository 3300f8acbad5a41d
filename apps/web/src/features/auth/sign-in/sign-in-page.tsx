import { login } from '@health-connect/contract/accounts';
import type { Role } from '@health-connect/contract/roles';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { PasswordInput } from '../../../components/password-input.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { TextInput } from '../../../components/text-input.js';
import { TextLink } from '../../../components/text-link.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { params, paths } from '../../../lib/paths.js';
import { useSession } from '../../../lib/session.js';
import { DemoAccounts } from './demo-accounts.js';
import { AuthLayout } from '../auth-layout.js';
import { ACCOUNT_KINDS } from '../account-kinds.js';

export function SignInPage() {
  const { signIn } = useSession();
  const [search] = useSearchParams();
  const form = useForm<{ role: Role; email: string; password: string }>({
    shouldFocusError: false,
    defaultValues: { role: search.get(params.role) === 'doctor' ? 'doctor' : 'patient', email: '', password: '' },
  });
  const submit = useRef<HTMLButtonElement>(null);
  const { errors, isSubmitting } = form.formState;

  return (
    <AuthLayout
      title="Welcome back"
      detail={
        <>
          New here? <TextLink to={`${paths.signUp}?${search}`}>Create an account</TextLink>
        </>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={submitTo(form, signIn)}>
        <FormErrorSummary form={form} />
        <RadioChips legend="I am here as" look="segment" options={ACCOUNT_KINDS} {...form.register('role')} />
        <Field label="E-mail" error={errors.email}>
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
        <Button ref={submit} type="submit" variant="primary" size="big" wide busy={isSubmitting} busyLabel="Signing in">
          Sign in
        </Button>
      </form>
      <p className="mt-4 text-center text-sm">
        <TextLink to={`${paths.forgotPassword}?${search}`}>Forgot your password?</TextLink>
      </p>
      <DemoAccounts
        onPick={({ role, email }, password) => {
          form.reset({ role, email, password });
          submit.current?.focus();
        }}
      />
    </AuthLayout>
  );
}
