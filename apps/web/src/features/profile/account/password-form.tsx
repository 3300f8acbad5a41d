import { changePassword as fields } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { useForm } from 'react-hook-form';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { PasswordInput } from '../../../components/password-input.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { toast } from '../../../lib/toast.js';
import { useChangePassword } from '../../../resources/account/profile.js';

interface PasswordFormProps {
  onDone: () => void;
}

/** Needs the current password; other devices are signed out. */
export function PasswordForm({ onDone }: PasswordFormProps) {
  const changePassword = useChangePassword();
  const form = useForm({ shouldFocusError: false, defaultValues: { currentPassword: '', newPassword: '' } });
  const { errors, isSubmitting } = form.formState;

  const change = submitTo(form, async (values) => {
    await changePassword(values);
    toast.success(t`Password changed. Your other devices are signed out.`);
    onDone();
  });

  return (
    <form noValidate className="grid gap-4" onSubmit={change}>
      <FormErrorSummary form={form} />
      <Field label={t`Current password`} error={errors.currentPassword}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('currentPassword', rulesOf(fields.currentPassword, t`Write your current password.`))}
        />
      </Field>
      <Field
        label={t`New password`}
        hint={t`At least 8 characters. A short sentence is fine.`}
        error={errors.newPassword}
      >
        <PasswordInput
          autoComplete="new-password"
          {...form.register('newPassword', rulesOf(fields.newPassword, t`Choose a new password.`))}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onDone}>{t`Keep the old one`}</Button>
        <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t`Changing`}>
          {t`Change password`}
        </Button>
      </div>
    </form>
  );
}
