import type { PatientAccount } from '@health-connect/contract/accounts';
import { PROFILE_PARTS } from '@health-connect/contract/patients';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import { ProgressBar } from '../../../components/progress-bar.js';
import { formatNumber } from '../../../lib/write.js';
import { profilePartLabel } from '../../../resources/patients/profile-part-labels.js';
import { missingParts, type ProfilePart } from './patient-form.js';

interface CompletionMeterProps {
  account: PatientAccount;
  /** Leads to the field of what is missing. */
  onFill: (part: ProfilePart) => void;
}

/** How much of the medical profile is there, and what is missing, each a press away. */
export function CompletionMeter({ account, onFill }: CompletionMeterProps) {
  if (account.profileCompleted) {
    return (
      <p className="flex items-center gap-2 text-sm">
        <CircleCheck aria-hidden="true" className="text-success" />
        {t`Your profile is complete. Doctors you visit can rely on it.`}
      </p>
    );
  }
  const missing = missingParts(account);
  const total = Object.keys(PROFILE_PARTS).length;
  const [filled, all] = [formatNumber(total - missing.length), formatNumber(total)];
  return (
    <section aria-label={t`How complete your profile is`} className="grid gap-2">
      <p className="text-sm">
        <Trans>
          <b className="font-semibold tabular-nums">
            {filled} of {all}
          </b>{' '}
          filled in. A complete profile saves questions at the start of a visit.
        </Trans>
      </p>
      <ProgressBar label={t`Profile`} value={(total - missing.length) / total} />
      <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
        {t`Missing:`}
        {missing.map((part) => (
          <button
            key={part}
            type="button"
            className="link min-h-7 pointer-coarse:min-h-11"
            onClick={() => onFill(part)}
          >
            {profilePartLabel(part)}
          </button>
        ))}
      </p>
    </section>
  );
}
