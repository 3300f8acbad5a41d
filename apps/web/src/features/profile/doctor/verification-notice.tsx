import type { DoctorAccount } from '@health-connect/contract/accounts';
import { BadgeCheck, Ban, Hourglass } from 'lucide-react';
import { Notice } from '../../../components/notice.js';

/** Where the doctor stands with the clinic, and what follows from it. */
export function VerificationNotice({ verification }: Pick<DoctorAccount, 'verification'>) {
  switch (verification) {
    case 'verified':
      return (
        <Notice tone="ok" icon={BadgeCheck} title="You are verified">
          Patients find you in the list and can book your free times.
        </Notice>
      );
    case 'pending':
      return (
        <Notice tone="wait" icon={Hourglass} title="We are checking your account">
          A person compares your name and qualification. Until then patients neither see nor book you; a full profile
          and your hours can already wait for them. Whoever runs this installation confirms you with{' '}
          <code>npm run verify-doctor</code> and your e-mail address.
        </Notice>
      );
    case 'suspended':
      return (
        <Notice tone="bad" icon={Ban} title="Your account is suspended">
          Patients cannot find or book you. Visits that are booked stay. Write to your clinic’s administrator.
        </Notice>
      );
  }
}
