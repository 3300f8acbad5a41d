import * as accounts from './accounts.js';
import * as appointments from './appointments.js';
import * as auth from './auth.js';
import * as availability from './availability.js';
import * as calls from './calls.js';
import * as consults from './consults.js';
import * as doctors from './doctors.js';
import type { ClientEventDeclaration, ServerEventDeclaration } from './event.js';
import * as health from './health.js';
import * as messages from './messages.js';
import * as patients from './patients.js';
import * as presence from './presence.js';
import * as reference from './reference.js';
import * as reviews from './reviews.js';
import type { AnyRoute } from './route.js';
import * as rtc from './rtc.js';
import * as uploads from './uploads.js';

/** The contract file of each feature, for who goes through all of them: the server's tests, the reference, the schemas. */
export const FEATURES = {
  accounts,
  auth,
  doctors,
  availability,
  reviews,
  patients,
  appointments,
  messages,
  presence,
  calls,
  consults,
  rtc,
  uploads,
  health,
  reference,
};

/** A declaration with the name under which its feature exports it, which is unique among all. */
export type Named<D> = { feature: keyof typeof FEATURES; id: string; declaration: D };

function declared<D extends { kind: string }>(kind: D['kind']): Named<D>[] {
  const isOne = (value: unknown): value is D =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
  return Object.entries(FEATURES).flatMap(([feature, exported]) =>
    Object.entries(exported).flatMap(([id, value]) =>
      isOne(value) ? [{ feature: feature as keyof typeof FEATURES, id, declaration: value }] : [],
    ),
  );
}

export const ROUTES = declared<AnyRoute>('route');
export const CLIENT_EVENTS = declared<ClientEventDeclaration>('event');
export const SERVER_EVENTS = declared<ServerEventDeclaration>('server-event');
