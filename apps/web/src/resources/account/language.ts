import { saveLanguage } from '@health-connect/contract/auth';
import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { messageOf } from '../../lib/api-error.js';
import { call } from '../../lib/call.js';
import { isTheirs, language, languages, setLanguage } from '../../lib/language/language.js';
import { useAccount, useSession } from '../../lib/session.js';
import { toast } from '../../lib/toast.js';

const isPersons = (tag: string) => tag !== PSEUDO_LANGUAGE;

/**
 * What an account that is made on this page reads: mails are written in it. A language that is shown only for want of
 * theirs is nobody's choice.
 */
export const languageOfPage = (): string => (isPersons(language()) && isTheirs(language()) ? language() : '');

/** What is on its way to the account: one after the other, so that the last that was chosen is the last that is kept. */
let saved: Promise<unknown> = Promise.resolve();

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
    // Another one was chosen meanwhile.
    if (language() !== tag || session.status !== 'signed-in' || !isPersons(tag)) return;
    saved = saved
      .then(() => call(saveLanguage, { body: { language: tag } }))
      .then(
        (account) => void (language() === account.language && updateAccount(account)),
        (error: unknown) =>
          toast.error(() => {
            const why = messageOf(error);
            return t`${why} Your account has not kept the language yet.`;
          }),
      );
    await saved;
  };
}

/** What somebody chose goes with them: signing in on a device applies it there, once. Later answers may be older. */
export function useAccountLanguage() {
  const { _id, language: chosen } = useAccount();
  const applied = useRef('');
  useEffect(() => {
    if (applied.current === _id) return;
    applied.current = _id;
    const isThere = languages().some(({ tag }) => tag === chosen);
    // Where its texts cannot be had the page is still readable as it is.
    if (isThere && chosen !== language()) setLanguage(chosen).catch(() => undefined);
  }, [_id, chosen]);
}
