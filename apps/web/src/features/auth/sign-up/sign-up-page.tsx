import { register as fields } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useForm, useWatch } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { PasswordInput } from '../../../components/password-input.js';
import { TextInput } from '../../../components/text-input.js';
import { TextLink } from '../../../components/text-link.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { params, paths } from '../../../lib/paths.js';
import { useSignIn } from '../../../resources/account/sign-in.js';
import { DoctorFields } from './doctor-fields.js';
import { AuthLayout } from '../auth-layout.js';
import { RoleCards } from './role-cards.js';
import { emptySignUp, type SignUpForm, toRegister } from './sign-up-form.js';

export function SignUpPage() {
  const { signUp } = useSignIn();
  const [search] = useSearchParams();
  const form = useForm<SignUpForm>({
    shouldFocusError: false,
    defaultValues: emptySignUp(search.get(params.role) === 'doctor' ? 'doctor' : 'patient'),
  });
  const role = useWatch({ control: form.control, name: 'role' });
  const { errors, isSubmitting } = form.formState;
  const create = submitTo(form, (values) => signUp(toRegister(values)), { email_taken: 'email' });

  return (
    <AuthLayout
      title={t`Create an account`}
      detail={
        <Trans>
          Already have one? <TextLink to={`${paths.signIn}?${search}`}>Sign in</TextLink>
        </Trans>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={create}>
        <FormErrorSummary form={form} />
        <RoleCards {...form.register('role')} />
        <Field label={t`Full name`} hint={t`As on your papers, in any script.`} error={errors.name}>
          <TextInput autoComplete="name" {...form.register('name', rulesOf(fields.name, t`Write your full name.`))} />
        </Field>
        <Field label={t`E-mail`} error={errors.email}>
          <TextInput
            type="email"
            autoComplete="email"
            {...form.register('email', rulesOf(fields.email, t`Write your e-mail address.`))}
          />
        </Field>
        <Field label={t`Password`} hint={t`At least 8 characters. A short sentence is fine.`} error={errors.password}>
          <PasswordInput
            autoComplete="new-password"
            {...form.register('password', rulesOf(fields.password, t`Choose a password.`))}
          />
        </Field>
        {role === 'doctor' && <DoctorFields form={form} />}
        <Button
          type="submit"
          variant="primary"
          size="big"
          wide
          busy={isSubmitting}
          busyLabel={t`Creating your account`}
        >
          {t`Create account`}
        </Button>
      </form>
    </AuthLayout>
  );
}
