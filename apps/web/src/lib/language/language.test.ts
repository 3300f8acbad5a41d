import { i18n } from '@lingui/core';
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

type Texts = { messages: Record<string, string> };

/** What was asked for and has not come: each is answered, or fails, when a test says so. */
const pending = vi.hoisted(
  () => new Map<string, { resolve: (texts: Texts) => void; reject: (error: Error) => void }>(),
);
const part = vi.hoisted(
  () => (name: string) => () => new Promise<Texts>((resolve, reject) => pending.set(name, { resolve, reject })),
);
vi.mock('virtual:words', () => ({
  tags: ['en', 'es', 'ar'],
  sources: {
    es: { base: part('es base'), doctors: part('es doctors') },
    ar: { base: part('ar base') },
  },
}));

const comes = (name: string, messages: Record<string, string> = {}) => pending.get(name)!.resolve({ messages });
const greeting = () => i18n._({ id: 'greeting', message: 'Hello' });
const shown = () => [document.documentElement.lang, document.documentElement.dir];

const load = () => import('./language.js');
let page: Awaited<ReturnType<typeof load>>;
beforeEach(async () => {
  pending.clear();
  vi.resetModules();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'es']);
  page = await load();
});

describe('what the page is read in', () => {
  test('English, which needs nothing', async () => {
    await page.startLanguage();
    expect([page.language(), ...shown(), pending.size]).toEqual(['en', 'en', 'ltr', 0]);
  });

  test('the first of the browser’s languages that there is', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'es-MX', 'en']);
    const started = page.startLanguage();
    comes('es base', { greeting: 'Hola' });
    await started;
    expect([page.language(), ...shown(), greeting()]).toEqual(['es', 'es', 'ltr', 'Hola']);
  });

  test('what was chosen on this device before the browser’s, also after it was read from the right', async () => {
    localStorage.setItem('language', 'ar');
    const started = page.startLanguage();
    comes('ar base', { greeting: 'أهلا' });
    await started;
    expect([page.language(), ...shown(), greeting()]).toEqual(['ar', 'ar', 'rtl', 'أهلا']);
    await page.setLanguage('en');
    expect([...shown(), greeting(), localStorage.getItem('language')]).toEqual(['en', 'ltr', 'Hello', 'en']);
  });

  test('English where the texts cannot be had, or what was chosen is gone', async () => {
    localStorage.setItem('language', 'es');
    const started = page.startLanguage();
    pending.get('es base')!.reject(new Error('offline'));
    await started;
    expect(page.language()).toBe('en');
    localStorage.setItem('language', 'xx');
    await page.startLanguage();
    expect(page.language()).toBe('en');
  });
});

describe('another one is chosen', () => {
  test('whoever looks is drawn anew once all of it is there, and what it lacks is read in English', async () => {
    const { result } = renderHook(() => page.useLanguage());
    const chosen = page.setLanguage('es');
    expect(result.current).toBe('en');
    await act(async () => {
      comes('es base');
      await chosen;
    });
    expect([result.current, greeting(), localStorage.getItem('language')]).toEqual(['es', 'Hello', 'es']);
  });

  test('twice in a row: the last one stays, whichever comes first', async () => {
    const first = page.setLanguage('es');
    const second = page.setLanguage('ar');
    comes('ar base');
    await second;
    comes('es base');
    await first;
    expect([page.language(), localStorage.getItem('language')]).toEqual(['ar', 'ar']);
  });

  test('that cannot be loaded: the page stays as it is, and it can be chosen again', async () => {
    const failed = page.setLanguage('es');
    pending.get('es base')!.reject(new Error('offline'));
    await expect(failed).rejects.toThrow('offline');
    expect([page.language(), localStorage.getItem('language')]).toEqual(['en', null]);
    const again = page.setLanguage('es');
    comes('es base', { greeting: 'Hola' });
    await again;
    expect(greeting()).toBe('Hola');
  });
});

test('two that were chosen and did not come leave the texts of what is shown', async () => {
  const first = page.setLanguage('es');
  const second = page.setLanguage('ar');
  pending.get('ar base')!.reject(new Error('offline'));
  await expect(second).rejects.toThrow('offline');
  comes('es base');
  await first;
  expect(page.language()).toBe('en');
  pending.clear();
  await page.withWords(['doctors'], () => Promise.resolve('code'));
  expect([...pending.keys()]).toEqual([]);
});

describe('code that is loaded by itself', () => {
  test('comes with the texts of what it draws, in the language of now and of later', async () => {
    const chosen = page.setLanguage('es');
    comes('es base', { greeting: 'Hola' });
    await chosen;
    const loaded = page.withWords(['doctors'], () => Promise.resolve('code'));
    comes('es doctors', { book: 'Reservar' });
    expect(await loaded).toBe('code');
    expect([i18n._('book'), greeting()]).toEqual(['Reservar', 'Hola']);

    await page.setLanguage('en');
    pending.clear();
    void page.setLanguage('es');
    expect([...pending.keys()]).toEqual(['es base', 'es doctors']);
  });

  test('that is on its way while another language is chosen has that one’s texts', async () => {
    const chosen = page.setLanguage('es');
    const loaded = page.withWords(['doctors'], () => Promise.resolve('code'));
    comes('es doctors', { book: 'Reservar' });
    await loaded;
    comes('es base', { greeting: 'Hola' });
    await chosen;
    expect([i18n._('book'), greeting()]).toEqual(['Reservar', 'Hola']);
  });
});
