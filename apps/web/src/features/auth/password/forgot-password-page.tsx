import { forgotPassword } from '@health-connect/contract/accounts';
import type { Role } from '@health-connect/contract/roles';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { Notice } from '../../../components/notice.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { TextInput } from '../../../components/text-input.js';
import { TextLink } from '../../../components/text-link.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { params, paths } from '../../../lib/paths.js';
import { requestReset } from '../../../resources/account/sign-in.js';
import { AuthLayout } from '../auth-layout.js';
import { accountKinds } from '../account-kinds.js';

interface Values {
  role: Role;
  email: string;
}

export function ForgotPasswordPage() {
  const [search] = useSearchParams();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm<Values>({
    shouldFocusError: false,
    defaultValues: { role: search.get(params.role) === 'doctor' ? 'doctor' : 'patient', email: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const ask = async (values: Values) => {
    await requestReset(values);
    setSentTo(values.email);
  };

  return (
    <AuthLayout title={t`Choose a new password`} detail={<TextLink to={paths.signIn}>{t`Back to sign in`}</TextLink>}>
      {sentTo ? (
        <Notice icon={MailCheck} title={t`Look into your mail`}>
          <p className="text-muted">
            <Trans>
              If <bdi>{sentTo}</bdi> has an account here, a link is on its way. It works once, for 30 minutes.
            </Trans>
          </p>
        </Notice>
      ) : (
        <form noValidate className="grid gap-4" onSubmit={submitTo(form, ask)}>
          <FormErrorSummary form={form} />
          <RadioChips
            legend={t`My account is for`}
            look="segment"
            options={accountKinds()}
            {...form.register('role')}
          />
          <Field label={t`E-mail`} hint={t`We send a link there.`} error={errors.email}>
            <TextInput
              type="email"
              autoComplete="username"
              {...form.register('email', rulesOf(forgotPassword.email, t`Write your e-mail address.`))}
            />
          </Field>
          <Button type="submit" variant="primary" size="big" wide busy={isSubmitting} busyLabel={t`Sending`}>
            {t`Send the link`}
          </Button>
        </form>
      )}
    </AuthLayout>
  );
}
