import type { Specialty } from '@health-connect/contract/specialties/keys';
import { doctorsVersion, DoctorModel, type DoctorRecord } from '../../../db/accounts.js';
import { mayBeMeant, searchWordsOf, slipsOf, wordsOf } from '../../../lib/search-words.js';
import { briefly } from '../brief-memory.js';
import { CATALOG_VERSION, isVocabulary, spansOf, specialtyNamed, wordsFor } from './catalog.js';

/** Raise the number when `keysOf` changes, and add a migration. */
export const SEARCH_VERSION = `1 ${CATALOG_VERSION}`;
const BATCH = 200;
const MOST_WORDS = 40;

/** Words hold letters and digits only, so that a sign in front tells the other kinds of keys apart from them. */
export const specialtyKey = (specialty: Specialty) => `#${specialty}`;
/** The doctor's whole text means this specialty. */
export const onlySpecialtyKey = (specialty: Specialty) => `@${specialty}`;
const slipKey = (slip: string) => `~${slip}`;

/** The keys that a mistyped word has in common with what was meant. */
export const slipKeys = (word: string): string[] => slipsOf(word).map(slipKey);

/** Of the keys of a doctor, those that are words. */
export const isWordKey = (key: string): boolean => !/^[#@~]/.test(key);

/** Everything under which a doctor is found, in the form in which the index holds it. */
export function keysOf({ name, specialization }: Pick<DoctorRecord, 'name' | 'specialization'>): string[] {
  const words = [...searchWordsOf(name), ...searchWordsOf(specialization)].slice(0, MOST_WORDS);
  const spans = spansOf(wordsOf(specialization).map(({ word }) => word));
  const specialties = new Set(spans.flatMap((span) => span.specialties));
  const only = specialtyNamed(specialization);
  return [
    ...new Set([
      ...words,
      ...[...specialties].flatMap((specialty) => [specialtyKey(specialty), ...wordsFor(specialty)]),
      ...(only ? [onlySpecialtyKey(only)] : []),
      // Typing errors in words of the catalogs are understood without the database.
      ...words.filter((word) => mayBeMeant(word) && !isVocabulary(word)).flatMap(slipKeys),
    ]),
  ];
}

type Unkeyed = Pick<DoctorRecord, '_id' | 'name' | 'specialization'>;

/** A migration: gives keys to doctors who were stored before there were any, or whose keys an older catalog made. */
export const fillSearchKeys = () => fill({ searchVersion: { $ne: SEARCH_VERSION } });

/** Before a search: a change of name or specialty takes a doctor's keys away, and whoever searches next makes them anew. */
export const freshenSearchKeys = () =>
  briefly(`search keys ${doctorsVersion()}`, () => fill({ verification: 'verified', searchKeys: null }));

async function fill(filter: object): Promise<void> {
  for (;;) {
    const doctors = await DoctorModel.find(filter, { name: 1, specialization: 1 }).limit(BATCH).lean<Unkeyed[]>();
    if (doctors.length === 0) return;
    const { modifiedCount } = await DoctorModel.bulkWrite(doctors.map(keyed), { ordered: false });
    // All of them changed meanwhile: whoever searches next looks again.
    if (modifiedCount === 0) return;
  }
}

const keyed = ({ _id, name, specialization }: Unkeyed) => ({
  updateOne: {
    // Whoever was renamed meanwhile stays without keys, and is found here the next time.
    filter: { _id, name, specialization },
    update: { $set: { searchKeys: keysOf({ name, specialization }), searchVersion: SEARCH_VERSION } },
  },
});
