import { describe, expect, test } from 'vitest';
import { compile, languages, messagesOf, readCatalog } from './catalogs.js';
import { problemOf } from './differences.js';
import { bestOf, directionOf, languageOf } from './languages.js';
import { pseudoMessages } from './pseudo.js';

describe('catalog files', () => {
  test('English stands first, and each language is a file', () => {
    expect(languages()[0]).toBe('en');
    expect(languages()).toContain('es');
  });

  test('a text has the same id in every language, another one in another context', () => {
    const english = new Set(readCatalog('en').map(({ id }) => id));
    for (const tag of languages()) expect(readCatalog(tag).filter(({ id }) => !english.has(id))).toEqual([]);
    expect(english.size).toBe(readCatalog('en').length);
  });

  test('what nobody translated is absent, so that it is read in English', () => {
    const entry = { message: 'Hello', origins: [] };
    expect(
      messagesOf([
        { ...entry, id: 'a', translation: '' },
        { ...entry, id: 'b', translation: 'Hola' },
      ]),
    ).toEqual({
      b: 'Hola',
    });
  });

  test('plain text stays text; what is filled in is taken apart once', () => {
    expect(compile('Book')).toBe('Book');
    expect(compile('The doctor’s time')).toBe('The doctor’s time');
    expect(compile('Call {name}')).toEqual(['Call ', ['name']]);
    expect(() => compile('Call {name')).toThrow();
  });
});

describe('what a translation may not do', () => {
  test.each([
    ['Call {name}', 'Llamar a {name}', null],
    ['Call {name}', 'Llamar', 'lacks {name}'],
    ['Call', 'Llamar a {name}', 'has {name}, which the English has not'],
    ['New? <0>Join</0>', '¿Nuevo? Cree una cuenta', 'lacks <0>'],
    ['{n, plural, one {# visit} other {# visits}}', '{n, plural, one {# cita} other {# citas}}', null],
    ['{n, plural, one {{who} came} other {they came}}', '{n, plural, one {uno} other {otros}}', 'lacks {who}'],
  ])('%s → %s', (message, translation, problem) => expect(problemOf(message, translation)).toBe(problem));

  test('it must be a message, with a branch for every number', () => {
    expect(problemOf('Call {name}', 'Llamar a {name')).toMatch(/is no ICU message/);
    expect(problemOf('{n, plural, other {# visits}}', '{n, plural, one {# cita}}')).toMatch(/is no ICU message/);
  });

  test('none of ours does', () => {
    const wrong = languages().flatMap((tag) =>
      readCatalog(tag).flatMap(({ message, translation }) =>
        translation ? (problemOf(message, translation) ?? []) : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('languages', () => {
  test('call themselves by their own name and run their own way', () => {
    expect(languageOf('es')).toEqual({ tag: 'es', name: 'Español', dir: 'ltr' });
    expect(languageOf('ar')).toEqual({ tag: 'ar', name: 'العربية', dir: 'rtl' });
    expect(['en', 'fr', 'pt', 'hi', 'he', 'ar-XB'].map(directionOf)).toEqual([
      'ltr',
      'ltr',
      'ltr',
      'ltr',
      'rtl',
      'rtl',
    ]);
  });

  test.each([
    [['es-MX', 'en'], 'es'],
    [['de', 'es'], 'es'],
    [['de'], 'en'],
    [['', 'no tag!', 'es'], 'es'],
    [[], 'en'],
  ])('of a browser that says %j, %s is best', (wanted, best) => expect(bestOf(wanted, ['en', 'es'])).toBe(best));
});

test('the language for tests is English nobody takes for English, and keeps what is filled in', () => {
  const entry = { id: 'a', translation: '', origins: [] };
  expect(pseudoMessages([{ ...entry, message: 'Call <0>{name}</0> now' }])).toEqual({
    a: ['Çááļļ <0>', ['name'], '</0> ñóóŵ'],
  });
  expect(pseudoMessages([{ ...entry, message: '{n, plural, one {# visit} other {# visits}}' }])).toEqual({
    a: [['n', 'plural', expect.objectContaining({ one: ['#', ' ṽííšííţ'] })]],
  });
});
