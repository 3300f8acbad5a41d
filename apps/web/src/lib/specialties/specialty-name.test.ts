import { labels } from '@health-connect/contract/specialties/en';
import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import { switchLanguage } from '../../../test/switch-language.js';
import { specialtyInSentence } from './specialty-in-sentence.js';
import { loadSpecialtyWords, specialtyName } from './specialty-name.js';
import { SPECIALTY_WORDS } from './specialty-words.js';
import { listedSpecialties, storedSpecialty } from './stored-specialty.js';

test('every listed specialty has words, in English those that are stored', async () => {
  expect(Object.keys(SPECIALTY_WORDS)).toEqual(Object.values(labels));
  await loadSpecialtyWords();
  expect(Object.values(labels).map(specialtyName)).toEqual(Object.values(labels));
});

test('a listed specialty is read in the reader’s language and stored in one, a free one stays as typed', async () => {
  await loadSpecialtyWords();
  switchLanguage();
  expect(specialtyName('Ear, nose and throat')).toBe('ééé, éééé ééé éééééé');
  expect(listedSpecialties()).toContainEqual({ stored: 'Ear, nose and throat', name: 'ééé, éééé ééé éééééé' });
  expect(storedSpecialty('EEE, eeee eee eeeeee')).toBe('Ear, nose and throat');
  expect(specialtyName('Tanzmedizin')).toBe('Tanzmedizin');
  expect(storedSpecialty('Tanzmedizin ')).toBe('Tanzmedizin ');
});

test('within a sentence it begins as that language writes nouns', () => {
  expect(specialtyInSentence('Sports medicine')).toBe('sports medicine');
  i18n.loadAndActivate({ locale: 'de', messages: {} });
  expect(specialtyInSentence('Sports medicine')).toBe('Sports medicine');
  i18n.loadAndActivate({ locale: 'en', messages: {} });
});
