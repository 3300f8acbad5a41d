import type { Account } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import type { ComponentProps } from 'react';
import { Avatar } from '../../components/avatar.js';
import { cx } from '../../components/cx.js';
import { RAIL_ENTRY } from './rail-style.js';

interface AccountButtonProps extends ComponentProps<'button'> {
  account: Account;
}

/** The person's face at the end of the rail. */
export function AccountButton({ account, ...button }: AccountButtonProps) {
  const { name } = account;
  return (
    <button type="button" {...button} className={cx(RAIL_ENTRY, 'text-muted hover:bg-surface-1 hover:text-ink')}>
      <span className="max-md:hidden">
        <Avatar id={account._id} name={account.name} src={account.avatar} />
      </span>
      <span className="grid md:hidden">
        <Avatar id={account._id} name={account.name} src={account.avatar} size={1.375} />
      </span>
      <span className="md:hidden" aria-hidden="true">
        {t`You`}
      </span>
      <span className="sr-only">{t`${name}, account and settings`}</span>
    </button>
  );
}
