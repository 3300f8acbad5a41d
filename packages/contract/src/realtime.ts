import type * as appointments from './appointments.js';
import type * as auth from './auth.js';
import type * as calls from './calls.js';
import type * as consults from './consults.js';
import type { Ack, AckOf, ClientEventDeclaration, PayloadOf, ServerEventDeclaration } from './event.js';
import type * as messages from './messages.js';
import type * as presence from './presence.js';

type Exports<M> = M[keyof M];
type Exported =
  | Exports<typeof appointments>
  | Exports<typeof auth>
  | Exports<typeof calls>
  | Exports<typeof consults>
  | Exports<typeof messages>
  | Exports<typeof presence>;

type Sent = Extract<Exported, ClientEventDeclaration>;
type SentEvent = Extract<Exported, ServerEventDeclaration>;

/** The maps of Socket.IO's types, made of the declarations; `route.test.ts` sees that no feature is left out. */
export type ClientToServerEvents = {
  [E in Sent as E['name']]: (payload: PayloadOf<E>, ack?: Ack<AckOf<E>>) => void;
};
export type ServerToClientEvents = { [E in SentEvent as E['name']]: (payload: PayloadOf<E>) => void };

export type ClientEvent = keyof ClientToServerEvents;
export type ServerEvent = keyof ServerToClientEvents;

/** What a client says of itself in the handshake. Who it is comes from the session cookie (or `token`). */
export interface HandshakeAuth {
  /** Stable per tab, so that a reload or reconnect is the same device of a call. */
  deviceId?: string;
  token?: string;
}
