import type { DoctorAccount } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { BadgeCheck, Ban, Hourglass } from 'lucide-react';
import { Notice } from '../../../components/notice.js';

/** Where the doctor stands with the clinic, and what follows from it. */
export function VerificationNotice({ verification }: Pick<DoctorAccount, 'verification'>) {
  const command = 'npm run verify-doctor';
  switch (verification) {
    case 'verified':
      return (
        <Notice tone="ok" icon={BadgeCheck} title={t`You are verified`}>
          {t`Patients find you in the list and can book your free times.`}
        </Notice>
      );
    case 'pending':
      return (
        <Notice tone="wait" icon={Hourglass} title={t`We are checking your account`}>
          <Trans>
            A person compares your name and qualification. Until then patients neither see nor book you; a full profile
            and your hours can already wait for them. Whoever runs this installation confirms you with{' '}
            <code dir="ltr">{command}</code> and your e-mail address.
          </Trans>
        </Notice>
      );
    case 'suspended':
      return (
        <Notice tone="bad" icon={Ban} title={t`Your account is suspended`}>
          {t`Patients cannot find or book you. Visits that are booked stay. Write to your clinic’s administrator.`}
        </Notice>
      );
  }
}
