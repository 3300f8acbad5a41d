import { saveLanguage } from '@health-connect/contract/auth';
import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { t } from '@lingui/core/macro';
import { useEffect } from 'react';
import { messageOf } from '../../lib/api-error.js';
import { call } from '../../lib/call.js';
import { language, languages, setLanguage } from '../../lib/language/language.js';
import { useAccount, useSession } from '../../lib/session.js';
import { toast } from '../../lib/toast.js';

const isPersons = (tag: string) => tag !== PSEUDO_LANGUAGE;

/** What an account that is made on this page reads: mails are written in it. */
export const languageOfPage = (): string => (isPersons(language()) ? language() : '');

/** Changes the language of the page, keeps it on this device, and where somebody is signed in with their account. */
export function useChooseLanguage() {
  const { session, updateAccount } = useSession();
  return async (tag: string): Promise<void> => {
    try {
      await setLanguage(tag);
    } catch {
      toast.error(t`That language did not load. Check your connection, and choose it again.`);
      return;
    }
    if (session.status !== 'signed-in' || !isPersons(tag)) return;
    await call(saveLanguage, { body: { language: tag } }).then(updateAccount, (error: unknown) =>
      toast.error(messageOf(error)),
    );
  };
}

/** What somebody chose goes with them: signing in on a device applies it there. */
export function useAccountLanguage() {
  const { language: chosen } = useAccount();
  useEffect(() => {
    const isThere = languages().some(({ tag }) => tag === chosen);
    // Where its texts cannot be had the page is still readable as it is.
    if (isThere && chosen !== language()) setLanguage(chosen).catch(() => undefined);
  }, [chosen]);
}
