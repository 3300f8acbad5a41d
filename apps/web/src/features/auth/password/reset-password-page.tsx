import { resetPassword } from '@health-connect/contract/accounts';
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
    <AuthLayout title="Choose a new password" detail={<TextLink to={paths.signIn}>Back to sign in</TextLink>}>
      {token ? <NewPasswordForm token={token} /> : <MissingLink />}
    </AuthLayout>
  );
}

const MissingLink = () => (
  <Notice icon={KeyRound} title="This page needs the link from your mail">
    <TextLink to={paths.forgotPassword}>Ask for a new link</TextLink>
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
        label="New password"
        hint="At least 8 characters. You are signed out everywhere else."
        error={errors.password}
      >
        <PasswordInput
          autoComplete="new-password"
          {...form.register('password', rulesOf(resetPassword.password, 'Write a new password.'))}
        />
      </Field>
      <Button type="submit" variant="primary" size="big" wide busy={isSubmitting} busyLabel="Saving">
        Save and sign in
      </Button>
    </form>
  );
}
