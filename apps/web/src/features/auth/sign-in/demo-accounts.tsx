import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import type { DemoPerson } from '@health-connect/contract/health';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { Notice } from '../../../components/notice.js';
import { healthQuery } from '../../../resources/health/queries.js';

interface DemoAccountsProps {
  /** Fills the form in. */
  onPick: (person: DemoPerson, password: string) => void;
}

/** Where demo people were made, offers one of each kind; without the server's word there is nothing to offer. */
export function DemoAccounts({ onPick }: DemoAccountsProps) {
  const { data } = useQuery(healthQuery);
  if (!data?.demo) return null;
  return (
    <Notice icon={Users} title={t`Demo people live here`} className="mt-6">
      <p className="text-muted">{t`Try it as one of them; none of it is real.`}</p>
      <div className="mt-2 grid gap-2">
        {DEMO_ACCOUNTS.map((person) => (
          <Button key={person.email} className="bg-surface-3!" onClick={() => onPick(person, DEMO_PASSWORD)}>
            {/* One piece: a button lays out its own apart. */}
            <span>
              <Named {...person} />
            </span>
          </Button>
        ))}
      </div>
    </Notice>
  );
}

const Named = ({ name, role }: DemoPerson) =>
  role === 'doctor' ? (
    <Trans>
      <bdi>{name}</bdi>, doctor
    </Trans>
  ) : (
    <Trans>
      <bdi>{name}</bdi>, patient
    </Trans>
  );
