import type { Account } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { LogOut, Moon, Phone, Sun, UserRound } from 'lucide-react';
import { useNavigate } from 'react-router-dom';
import { LanguageChoice } from '../../components/language-choice.js';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../../components/menu.js';
import { messageOf } from '../../lib/api-error.js';
import { paths } from '../../lib/paths.js';
import { useTheme } from '../../lib/theme.js';
import { toast } from '../../lib/toast.js';
import { useChooseLanguage } from '../../resources/account/language.js';
import { useSignOut } from '../../resources/account/sign-in.js';
import { AccountButton } from './account-button.js';

/** Made by the press that opens it, so it is open from the start. */
export function AccountMenu({ account }: { account: Account }) {
  const signOut = useSignOut();
  const chooseLanguage = useChooseLanguage();
  const { theme, setTheme } = useTheme();
  const navigate = useNavigate();
  const isDark = theme === 'dark';
  const leave = () =>
    signOut().then(
      () => navigate(paths.doctors),
      (error: unknown) => toast.error(() => messageOf(error)),
    );

  return (
    <Menu defaultOpen side="top" align="start" trigger={<AccountButton account={account} />}>
      <p className="max-w-64 px-3 pt-2 pb-3 text-sm">
        <b className="block font-semibold">
          <bdi>{account.name}</bdi>
        </b>
        <span className="block truncate text-muted">
          <bdi>{account.email}</bdi>
        </span>
      </p>
      {(account.role === 'doctor' || account.role === 'patient') && (
        <>
          <MenuLink to={paths.profile} icon={<UserRound aria-hidden="true" />}>
            {t`Your profile`}
          </MenuLink>
          <MenuLink to={paths.calls} icon={<Phone aria-hidden="true" />}>
            {t`Calls`}
          </MenuLink>
        </>
      )}
      <MenuItem
        icon={isDark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
        onSelect={() => setTheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? t`Use light colours` : t`Use dark colours`}
      </MenuItem>
      <MenuSeparator />
      <LanguageChoice onChoose={(tag) => void chooseLanguage(tag)} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => void leave()}>
        {t`Sign out`}
      </MenuItem>
    </Menu>
  );
}
