import type { WaitingPeer } from '@health-connect/contract/consults';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { messageOf } from '../../../lib/api-error.js';
import { roleLabel } from '../../../lib/role-labels.js';
import { useNow } from '../../../lib/use-now.js';
import type { ConsultRoom } from '../room/consult-room.js';
import { firstNameOf } from '../../../lib/first-name.js';
import type { Participant } from '../participants.js';
import { waitingFor } from '../labels.js';

interface LobbyProps {
  room: ConsultRoom;
  waiting: readonly WaitingPeer[];
  other: Participant;
  /** The visit was going on before. */
  begun: boolean;
}

/** For the doctor, while nobody else is in: who waits, and since when. */
export function Lobby({ room, waiting, other, begun }: LobbyProps) {
  const name = firstNameOf(other.name);
  return (
    <div role="status" className="grid w-full max-w-112 gap-4 rounded-l bg-video-plate p-6">
      {waiting.length === 0 ? (
        <div className="grid justify-items-center gap-2 text-center">
          <Hourglass aria-hidden="true" className="size-6 text-video-muted" />
          <p className="text-lg font-semibold">
            {begun ? (
              <Trans>
                <bdi>{name}</bdi> is not here right now
              </Trans>
            ) : (
              <Trans>
                <bdi>{name}</bdi> is not here yet
              </Trans>
            )}
          </p>
          <p className="text-sm text-video-muted">
            {begun
              ? t`They can come back while the visit is open. We play a sound when they do.`
              : t`They wait until you let them in. We play a sound when they come.`}
          </p>
        </div>
      ) : (
        waiting.map((peer) => <Waiting key={peer.peerId} peer={peer} room={room} other={other} />)
      )}
    </div>
  );
}

function Waiting({ peer, room, other }: { peer: WaitingPeer; room: ConsultRoom; other: Participant }) {
  const [role, state] = [roleLabel(peer), waitingFor(peer.since, useNow(5_000))];
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Avatar id={other._id} name={peer.name} src={peer.role === 'patient' ? other.avatar : ''} size={3} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold wrap-anywhere">
          <bdi>{peer.name}</bdi>
        </p>
        <p className="text-sm text-video-muted tabular-nums">{t`${role}. ${state}`}</p>
      </div>
      <AdmitButton room={room} peerId={peer.peerId} />
    </div>
  );
}

/** Lets somebody in; what went wrong stands below. */
export function AdmitButton({ room, peerId }: { room: ConsultRoom; peerId: string }) {
  const [admission, setAdmission] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const admit = async () => {
    setAdmission({ busy: true });
    try {
      await room.admit(peerId);
    } catch (error) {
      setAdmission({ busy: false, error });
    }
  };
  return (
    <>
      <Button variant="primary" busy={admission.busy} busyLabel={t`Letting in`} onClick={() => void admit()}>
        {t`Let in`}
      </Button>
      {admission.error !== undefined && (
        <p role="alert" className="basis-full text-sm">
          {messageOf(admission.error)}
        </p>
      )}
    </>
  );
}
