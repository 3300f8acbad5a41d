import { resetPassword } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { KeyRound } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { Notice } from '../../../components/notice.js';
import { PasswordInput } from '../../../components/password-input.js';
import { TextLink } from '../../../components/text-link.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { paths } from '../../../lib/paths.js';
import { useResetPassword } from '../../../resources/account/sign-in.js';
import { AuthLayout } from '../auth-layout.js';

/** Opened by the mailed link. The token is the fragment, which no server and no log ever sees. */
export function ResetPasswordPage() {
  const token = useLocation().hash.slice(1);
  return (
    <AuthLayout title={t`Choose a new password`} detail={<TextLink to={paths.signIn}>{t`Back to sign in`}</TextLink>}>
      {token ? <NewPasswordForm token={token} /> : <MissingLink />}
    </AuthLayout>
  );
}

const MissingLink = () => (
  <Notice icon={KeyRound} title={t`This page needs the link from your mail`}>
    <TextLink to={paths.forgotPassword}>{t`Ask for a new link`}</TextLink>
  </Notice>
);

function NewPasswordForm({ token }: { token: string }) {
  const reset = useResetPassword();
  const form = useForm({ shouldFocusError: false, defaultValues: { password: '' } });
  const { errors, isSubmitting } = form.formState;
  const save = ({ password }: { password: string }) => reset({ token, password });

  return (
    <form noValidate className="grid gap-4" onSubmit={submitTo(form, save)}>
      <FormErrorSummary form={form} />
      <Field
        label={t`New password`}
        hint={t`At least 8 characters. You are signed out everywhere else.`}
        error={errors.password}
      >
        <PasswordInput
          autoComplete="new-password"
          {...form.register('password', rulesOf(resetPassword.password, t`Write a new password.`))}
        />
      </Field>
      <Button type="submit" variant="primary" size="big" wide busy={isSubmitting} busyLabel={t`Saving`}>
        {t`Save and sign in`}
      </Button>
    </form>
  );
}
