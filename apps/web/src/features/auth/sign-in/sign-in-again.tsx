import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from 'radix-ui';
import { useEffect, useEffectEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { SHEET } from '../../../components/overlay-style.js';
import { useReturnFocus } from '../../../components/use-return-focus.js';
import { submitTo } from '../../../lib/form-errors.js';
import { paths } from '../../../lib/paths.js';
import { useAccount, useSession } from '../../../lib/session.js';
import { toast } from '../../../lib/toast.js';
import { onSignedInElsewhere, resumeSession, signInAgain } from '../../../resources/account/renew-session.js';
import { CredentialFields, type SignInForm } from './credential-fields.js';

const stay = (event: Event) => event.preventDefault();

/** The session ended while this page was open. The page waits behind it, unseen, with all that was typed. */
export function SignInAgain() {
  const account = useAccount();
  const { leave } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const returnFocus = useReturnFocus();
  const form = useForm<SignInForm>({
    shouldFocusError: false,
    defaultValues: { role: account.role, email: account.email, password: '' },
  });
  const { isSubmitting } = form.formState;
  const formerName = account.name;
  const email = useWatch({ control: form.control, name: 'email' });
  const isOther = email.trim().toLowerCase() !== account.email.toLowerCase();

  // Another tab may have signed in again, or changed the password and with it the session.
  const look = useEffectEvent(() => void resumeSession(client).catch(() => undefined));
  useEffect(() => {
    look();
    return onSignedInElsewhere(() => look());
  }, []);

  const enter = submitTo(form, async (values) => {
    const { _id, name } = await signInAgain(client, values);
    if (_id !== account._id) {
      toast.note(() => t`You are signed in as ${name}. What ${formerName} typed is removed.`);
    }
  });
  const goAway = async () => {
    leave();
    await navigate(paths.doctors);
  };

  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-surface-0" />
        <Dialog.Content
          {...returnFocus}
          onOpenAutoFocus={(event) => {
            returnFocus.onOpenAutoFocus(event);
            form.setFocus('password');
          }}
          className={`${SHEET} md:max-w-md`}
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          onInteractOutside={stay}
        >
          <Dialog.Title className="text-lg">{t`Your session ended`}</Dialog.Title>
          <Dialog.Description className="-mt-2 text-muted">{t`Sign in to go on; what you typed is kept.`}</Dialog.Description>
          <form noValidate className="grid gap-4" onSubmit={(event) => void enter(event)}>
            <FormErrorSummary form={form} />
            <CredentialFields
              form={form}
              emailHint={
                isOther ? (
                  <Trans>
                    Signing in as somebody else removes what <bdi>{formerName}</bdi> typed here.
                  </Trans>
                ) : undefined
              }
            />
            <div className="flex flex-wrap justify-end gap-2">
              <Button variant="plain" onClick={() => void goAway()}>
                {t`Leave and remove it`}
              </Button>
              <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t`Signing in`}>
                {t`Sign in`}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
