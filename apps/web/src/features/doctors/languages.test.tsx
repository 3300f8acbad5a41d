import { screen, waitFor, within } from '@testing-library/react';
import { SPOKEN_LANGUAGES } from '@health-connect/contract/languages';
import { expect, test, vi } from 'vitest';
import { buildListed, buildProfile } from '../../../test/doctors.js';
import { renderAs } from '../../../test/render-as.js';
import { languageLabel, languageName } from '../../lib/language/names.js';
import { languageOptions } from '../../lib/language/options.js';
import { DoctorsPage } from './doctors-page.js';
import { DoctorFacts } from './profile/doctor-intro.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

/** The server's list: who speaks what is asked for. */
const speakers = [
  buildListed({ _id: '1', name: 'Dr. Ana Ruiz', languages: ['es', 'nzs'] }),
  buildListed({ _id: '2', name: 'Dr. Bo Lind', languages: [] }),
];
const answers = {
  'GET /api/doctors': (_body: unknown, url: URL) => {
    const language = url.searchParams.get('language');
    const data = speakers.filter(({ languages }) => !language || languages.some((code) => code === language));
    return { data, meta: { nextCursor: null, total: data.length } };
  },
  'GET /api/doctors/specializations': () => ({ data: [{ name: 'General practice', count: 2 }] }),
};
const names = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('the list says what each speaks, is narrowed by a language, and keeps that in the address', async () => {
  const { user, address } = renderAs(null, <DoctorsPage />, { at: '/doctors', answers });
  expect(await screen.findByText('Speaks Spanish and New Zealand Sign Language')).toBeDefined();
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'Doctor’s language' }),
    await screen.findByRole('option', { name: 'Spanish' }),
  );
  await waitFor(() => expect(names()).toEqual([expect.stringContaining('Ana Ruiz')]));
  expect(address()).toBe('/doctors?language=es');
});

test('where nobody speaks it the page says which, and one press takes it off', async () => {
  const { user, address } = renderAs(null, <DoctorsPage />, { at: '/doctors?language=zu', answers });
  expect(await screen.findByText('No doctor has said yet that they speak Zulu.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Any language' }));
  await waitFor(() => expect(names()).toHaveLength(2));
  expect(address()).toBe('/doctors');
});

test.each(['.*', 'es,en', 'Spanish', '%00'])(
  'a language in the address that cannot be one is none: %s',
  async (wrong) => {
    renderAs(null, <DoctorsPage />, { at: `/doctors?language=${wrong}`, answers });
    await waitFor(() => expect(names()).toHaveLength(2));
  },
);

test('the doctor’s page has them among the facts', async () => {
  renderAs(null, <DoctorFacts doctor={buildProfile({ languages: ['mi', 'en'] })} canWrite={false} />);
  const fact = (await screen.findByText('Languages')).closest('div')!;
  expect(within(fact).getByText('Speaks Māori and English')).toBeDefined();
});

test('each has a name, and stands where the reader’s alphabet has it', () => {
  for (const code of SPOKEN_LANGUAGES) expect(languageName(code), code).not.toBe(code);
  const labels = languageOptions(SPOKEN_LANGUAGES).map(({ label }) => label);
  expect(labels).toEqual([...labels].sort(new Intl.Collator('en').compare));
  expect(new Set(labels).size).toBe(SPOKEN_LANGUAGES.length);
  expect(languageLabel('pt-BR')).toBe('Brazilian Portuguese');
});
