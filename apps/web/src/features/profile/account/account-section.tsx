import { writeTime } from '@health-connect/scheduling/written';
import { t } from '@lingui/core/macro';
import { Moon, Sun } from 'lucide-react';
import type { Account } from '@health-connect/contract/accounts';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Dialog } from '../../../components/dialog.js';
import { Section } from '../../../components/panel.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { Row, Rows } from '../../../components/rows.js';
import { useAccount } from '../../../lib/session.js';
import { messageOf } from '../../../lib/api-error.js';
import { language } from '../../../lib/language/language.js';
import { useTheme } from '../../../lib/theme.js';
import { toast } from '../../../lib/toast.js';
import { useSaveHourCycle } from '../../../resources/account/profile.js';
import { signOutEverywhere, useSignOut } from '../../../resources/account/sign-in.js';
import { PasswordForm } from './password-form.js';

const themes = () => [
  { value: 'dark', label: t`Dark`, icon: <Moon aria-hidden="true" /> },
  { value: 'light', label: t`Light`, icon: <Sun aria-hidden="true" /> },
];

/** A time as each of them writes it is its name. */
const hourCycles = () => [
  { value: '', label: t`As the device` },
  { value: '24', label: writeTime('13:00', 24, language()) },
  { value: '12', label: writeTime('13:00', 12, language()) },
];

type Question = 'password' | 'sign-out' | null;

/** What belongs to the account and not to the person: colours, password, devices. The same for every role. */
export function AccountSection() {
  const { email } = useAccount();
  const signOut = useSignOut();
  const { theme, setTheme } = useTheme();
  const [question, setQuestion] = useState<Question>(null);
  const close = () => setQuestion(null);

  return (
    <Section aria-labelledby="account-title">
      <h2 id="account-title">{t`Account`}</h2>
      <Rows>
        <Row title={t`E-mail`} detail={<bdi className="break-all">{email}</bdi>} />
        <Row
          title={t`Colours`}
          detail={t`On this device`}
          end={
            <RadioChips
              legend={t`Colours`}
              legendHidden
              look="segment"
              name="theme"
              options={themes()}
              value={theme}
              onChange={(event) => setTheme(event.target.value === 'light' ? 'light' : 'dark')}
            />
          }
        />
        <HoursRow />
        <Row
          title={t`Password`}
          detail={t`Changing it signs out your other devices`}
          end={<Button onClick={() => setQuestion('password')}>{t`Change password`}</Button>}
        />
        <Row
          title={t`Devices`}
          detail={t`Lost one, or used a shared computer?`}
          end={<Button onClick={() => setQuestion('sign-out')}>{t`Sign out everywhere`}</Button>}
        />
      </Rows>
      <Dialog open={question === 'password'} onOpenChange={close} title={t`Change your password`}>
        <PasswordForm onDone={close} />
      </Dialog>
      <ConfirmDialog
        open={question === 'sign-out'}
        onOpenChange={close}
        title={t`Sign out everywhere?`}
        description={t`Every device, this one too. A call or visit that is open ends for you. Nothing of yours is deleted.`}
        confirmLabel={t`Sign out everywhere`}
        cancelLabel={t`Stay signed in`}
        onConfirm={async () => {
          await signOutEverywhere();
          await signOut();
        }}
      />
    </Section>
  );
}

/** 13:00 or 1:00 PM, on every page of this account. */
function HoursRow() {
  const account = useAccount();
  const save = useSaveHourCycle();
  const change = async (hourCycle: Account['hourCycle']) => {
    try {
      await save(hourCycle);
    } catch (error) {
      toast.error(messageOf(error));
    }
  };
  return (
    <Row
      title={t`Time of day`}
      detail={t`On every page, on each of your devices`}
      end={
        <RadioChips
          legend={t`Time of day`}
          legendHidden
          look="segment"
          name="hours"
          options={hourCycles()}
          value={account.hourCycle}
          onChange={(event) => void change(event.target.value as Account['hourCycle'])}
        />
      }
    />
  );
}
