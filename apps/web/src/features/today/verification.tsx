import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Ban, Hourglass } from 'lucide-react';
import { Notice } from '../../components/notice.js';
import { TextLink } from '../../components/text-link.js';
import { paths } from '../../lib/paths.js';
import { useAccount } from '../../lib/session.js';

/** Why patients cannot find this doctor yet, or any more; nothing for a verified one. */
export function Verification() {
  const account = useAccount();
  if (account.role !== 'doctor' || account.verification === 'verified') return null;
  return account.verification === 'pending' ? (
    <Notice tone="wait" icon={Hourglass} title={t`We are checking your account`} className="mb-6">
      <p>
        <Trans>
          Patients find and book you once this is done. Meanwhile, complete{' '}
          <TextLink to={paths.profile}>your profile</TextLink> and set{' '}
          <TextLink to={paths.schedule}>your hours</TextLink>.
        </Trans>
      </p>
      <p className="mt-1">
        <Trans>
          Whoever runs this installation confirms you with <code dir="ltr">npm run verify-doctor</code> and your e-mail
          address.
        </Trans>
      </p>
    </Notice>
  ) : (
    <Notice tone="bad" icon={Ban} title={t`Your account is suspended`} className="mb-6">
      {t`Patients cannot find or book you. Visits that are booked stay. Write to your clinic’s administrator.`}
    </Notice>
  );
}
