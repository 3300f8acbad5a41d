/** Everybody who acts in the security tests. Anna is a patient of Xavier, Ben one of Yara; nobody else knows them. */
export const ACTORS = ['anonymous', 'anna', 'ben', 'xavier', 'yara', 'pharmacist', 'admin', 'suspended'] as const;
export type Actor = (typeof ACTORS)[number];

/** A patient, their doctor and all that is between them. */
export type Pair = 'annaXavier' | 'benYara';
export const PEOPLE = {
  annaXavier: { patient: 'anna', doctor: 'xavier' },
  benYara: { patient: 'ben', doctor: 'yara' },
} as const satisfies Record<Pair, { patient: Actor; doctor: Actor }>;

const PATIENT = ['patient'] as const;
const DOCTOR = ['doctor'] as const;
const BOTH = ['patient', 'doctor'] as const;
const CARE = ['patient', 'doctor', 'admin'] as const;
const NOBODY = [] as const;

/** What is written into each field of what a pair owns, and who of them may ever read it. */
const READERS = {
  'patient-name': CARE,
  'patient-email': [...PATIENT, 'admin'],
  'patient-phone': CARE,
  'patient-language': CARE,
  gender: CARE,
  allergies: CARE,
  'contact-name': CARE,
  'contact-relationship': CARE,
  'contact-phone': CARE,
  'doctor-email': DOCTOR,
  'doctor-phone': DOCTOR,
  'doctor-language': DOCTOR,
  'override-note': DOCTOR,
  reason: CARE,
  symptoms: CARE,
  comment: CARE,
  summary: CARE,
  'own-review': CARE,
  history: CARE,
  notes: DOCTOR,
  message: BOTH,
  offer: BOTH,
  'idempotency-key': NOBODY,
  'idempotency-hash': NOBODY,
} as const satisfies Record<string, readonly ('patient' | 'doctor' | 'admin')[]>;
export type Field = keyof typeof READERS;

export const canary = (field: Field, pair: Pair) => `canary-${field}-${pair.toLowerCase()}`;

/** Of a doctor who is not verified yet: for nobody at all. */
export const HIDDEN = 'canary-unlisted-doctor';

const LOOKS_LIKE_ONE = /canary-[a-z-]+/g;
const allowed = new Map<string, Actor[]>(
  (Object.keys(PEOPLE) as Pair[]).flatMap((pair) =>
    (Object.keys(READERS) as Field[]).map((field) => [
      canary(field, pair),
      READERS[field].map((reader) => (reader === 'admin' ? 'admin' : PEOPLE[pair][reader])),
    ]),
  ),
);

/** The canaries in a text that this reader must never see. */
export const leaksIn = (text: string, reader: Actor): string[] =>
  [...new Set(text.match(LOOKS_LIKE_ONE))].filter((found) => !allowed.get(found)?.includes(reader));

/** Names that no answer carries to anyone. */
const SECRET_NAMES = [
  ...['passwordHash', 'password', 'token', 'tokenHash', 'version', '__v', 'doctorCells', 'patientCells', 'hiddenFor'],
  ...['idempotencyKey', 'idempotencyHash', 'slotsVersion', 'nextSlotsStaleAt', 'suspendedAt', 'ratingSum', 'stack'],
  ...['actorId', 'callerDevice', 'calleeDevice', 'deviceId', 'participants', 'sharedWith'],
];

/** The revision of an appointment's notes goes where the notes go; any other is nobody's business. */
const isSecret = (name: string, beside: object) =>
  SECRET_NAMES.includes(name) || (name === 'revision' && !('notes' in beside));

/** The secret names, at any depth of an answer. */
export const secretsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, item]) => [...(isSecret(name, value) ? [name] : []), ...secretsIn(item)]);
