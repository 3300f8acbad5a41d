import { readCatalog } from '@health-connect/locales/catalogs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { AccountRecord } from '../db/accounts.js';
import { resetMail } from '../features/auth/reset-mail.js';
import { isLanguage, words } from './catalog-texts.js';

vi.mock('@health-connect/locales/catalogs', async (original) => {
  const real = await original<{ readCatalog: typeof readCatalog }>();
  return { ...real, readCatalog: vi.fn(real.readCatalog) };
});

const LINK = 'https://clinic.example/reset-password#token';
const mailIn = (language: string, minutes = 30) =>
  resetMail({ email: 'ana@example.test', role: 'patient', language } as AccountRecord, LINK, minutes);

/** Whoever betters the Spanish catalog need not mend a test. */
const SPANISH = {
  'Choose a new password': 'Elija una contraseña',
  '{minutes, plural, one {Choose a new one within # minute:} other {Choose a new one within # minutes:}}':
    '{minutes, plural, one {En # minuto:} other {En # minutos:}}',
  'If it was not you, there is nothing to do.': '',
};
beforeAll(() => {
  const origins = ['apps/api/src/features/auth/reset-mail.ts'];
  const entries = Object.entries(SPANISH).map(([message, translation]) => ({ id: '', message, translation, origins }));
  const ofPage = { id: '', message: 'Choose a new password', translation: 'De la página', origins: ['apps/web/src/x'] };
  vi.mocked(readCatalog).mockImplementation((tag) => (tag === 'es' ? [...entries, ofPage] : []));
});

describe('mails follow the language of the account', () => {
  test.each(['', 'en', 'tlh', 'xx', 'constructor', '../en'])('"%s" reads English', (language) => {
    expect(mailIn(language)).toEqual({
      to: 'ana@example.test',
      language: 'en',
      subject: 'Choose a new password',
      text: `Someone asked to reset the password of your Health-Connect account (patient).\n\nChoose a new one within 30 minutes:\n${LINK}\n\nIf it was not you, there is nothing to do.`,
    });
  });

  test.each(['es', 'es-MX'])('%s reads Spanish, and in English what nobody translated yet', (language) => {
    const mail = mailIn(language);
    expect(mail).toMatchObject({ language: 'es', subject: 'Elija una contraseña' });
    expect(mail.text).toContain('account (patient).\n\nEn 30 minutos:\nhttps');
    expect(mail.text).toContain('If it was not you');
    expect(mailIn(language, 1).text).toContain('En 1 minuto:');
  });

  test('each catalog is read once', () => {
    mailIn('es');
    expect(words('es')).toBe(words('es-MX'));
    expect(vi.mocked(readCatalog).mock.calls.filter(([tag]) => tag === 'es')).toHaveLength(1);
  });
});

test('an account may have a language that there is a catalog of, and no other', () => {
  expect(['en', 'es'].every(isLanguage)).toBe(true);
  expect(['', 'xx', 'ES', 'en.po', '__proto__'].some(isLanguage)).toBe(false);
});
