import type { Peer } from '@health-connect/contract/consults';
import type { PersonOnStage } from '../../components/visit/person-on-stage.js';
import { roleWords } from '../../lib/role-words.js';
import type { PeerInRoom } from '../../media/room-mesh.js';
import type { Party } from './parties.js';

/** People of a room as the stage shows them; the face of the other party is known, that of a guest is not. */
export const onStage = (people: readonly PeerInRoom<Peer>[], other: Party): PersonOnStage[] =>
  people.map(({ peerId, name, role, state, stream, screen, on, quality, session }) => ({
    id: peerId,
    name,
    role: roleWords({ role }),
    avatar: role === 'guest' ? '' : other.avatar,
    state,
    stream,
    screen,
    on,
    statistics: quality.statistics,
    retry: () => session.retry(),
  }));
