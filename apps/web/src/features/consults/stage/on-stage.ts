import type { Peer } from '@health-connect/contract/consults';
import type { PersonOnStage } from '../../../components/stage/person-on-stage.js';
import { roleLabel } from '../../../lib/role-labels.js';
import type { PeerInRoom } from '../../../media/room-mesh.js';
import type { Participant } from '../participants.js';

/** People of a room as the stage shows them; the face of the other party is known, that of a guest is not. */
export const onStage = (people: readonly PeerInRoom<Peer>[], other: Participant): PersonOnStage[] =>
  people.map(({ peerId, name, role, state, stream, screen, on, quality, session }) => ({
    id: peerId,
    name,
    role: roleLabel({ role }),
    avatar: role === 'guest' ? '' : other.avatar,
    state,
    stream,
    screen,
    on,
    statistics: quality.statistics,
    retry: () => session.retry(),
  }));
