import type { AccountRecord } from '../../db/accounts.js';
import type { Mail } from '../../lib/mail.js';
import { words } from '../../lib/catalog-texts.js';

/** Tells how to choose a new password, in the language of the account. */
export function resetMail({ email, role, language: wanted }: AccountRecord, link: string, minutes: number): Mail {
  const { i18n, language } = words(wanted);
  const subject = i18n._({ id: 'Choose a new password', context: 'mail' });
  const why = i18n._({
    id: 'Someone asked to reset the password of your Health-Connect account ({role, select, doctor {doctor} patient {patient} pharmacist {pharmacist} other {admin}}).',
    context: 'mail',
    values: { role },
  });
  const how = i18n._({
    id: '{minutes, plural, one {Choose a new one within # minute:} other {Choose a new one within # minutes:}}',
    context: 'mail',
    values: { minutes },
  });
  const otherwise = i18n._({ id: 'If it was not you, there is nothing to do.', context: 'mail' });
  return { to: email, language, subject, text: `${why}\n\n${how}\n${link}\n\n${otherwise}` };
}
