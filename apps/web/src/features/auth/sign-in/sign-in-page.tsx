import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { TextLink } from '../../../components/text-link.js';
import { submitTo } from '../../../lib/form-errors.js';
import { params, paths } from '../../../lib/paths.js';
import { useSignIn } from '../../../resources/account/sign-in.js';
import { CredentialFields, type SignInForm } from './credential-fields.js';
import { DemoAccounts } from './demo-accounts.js';
import { AuthLayout } from '../auth-layout.js';
import { accountKinds } from '../account-kinds.js';

export function SignInPage() {
  const { signIn } = useSignIn();
  const [search] = useSearchParams();
  const form = useForm<SignInForm>({
    shouldFocusError: false,
    defaultValues: { role: search.get(params.role) === 'doctor' ? 'doctor' : 'patient', email: '', password: '' },
  });
  const submit = useRef<HTMLButtonElement>(null);
  const { isSubmitting } = form.formState;

  return (
    <AuthLayout
      title={t`Welcome back`}
      detail={
        <Trans>
          New here? <TextLink to={`${paths.signUp}?${search}`}>Create an account</TextLink>
        </Trans>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={submitTo(form, signIn)}>
        <FormErrorSummary form={form} />
        <RadioChips legend={t`I am here as`} look="segment" options={accountKinds()} {...form.register('role')} />
        <CredentialFields form={form} />
        <Button
          ref={submit}
          type="submit"
          variant="primary"
          size="big"
          wide
          busy={isSubmitting}
          busyLabel={t`Signing in`}
        >
          {t`Sign in`}
        </Button>
      </form>
      <p className="mt-4 text-center text-sm">
        <TextLink to={`${paths.forgotPassword}?${search}`}>{t`Forgot your password?`}</TextLink>
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
