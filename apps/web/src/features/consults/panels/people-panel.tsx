import type { WaitingPeer } from '@health-connect/contract/consults';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { LogOut, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { IconButton } from '../../../components/icon-button.js';
import { Row, Rows } from '../../../components/rows.js';
import type { PersonOnStage } from '../../../components/stage/person-on-stage.js';
import { qualityMark } from '../../../components/stage/quality-labels.js';
import { roleLabel } from '../../../lib/role-labels.js';
import { useNow } from '../../../lib/use-now.js';
import type { SourceFlags } from '../../../media/sources.js';
import type { ConsultRoom } from '../room/consult-room.js';
import { AdmitButton } from '../stage/lobby.js';
import type { ConsultRole } from '../participants.js';
import { waitingFor } from '../labels.js';

interface PeoplePanelProps {
  role: ConsultRole;
  me: { _id: string; name: string; avatar: string };
  own: SourceFlags;
  people: readonly PersonOnStage[];
  waiting: readonly WaitingPeer[];
  room: ConsultRoom;
}

/** Who is in the visit, what they have on, and who waits outside. */
export function PeoplePanel({ role, me, own, people, waiting, room }: PeoplePanelProps) {
  const now = useNow(5_000);
  const { name } = me;
  return (
    <div className="min-h-0 flex-1 overflow-auto px-5">
      <Rows aria-label={t`In the visit`}>
        <Row
          lead={<Avatar id={me._id} name={me.name} src={me.avatar} />}
          title={
            <Trans>
              <bdi>{name}</bdi> (you)
            </Trans>
          }
          end={<Switches on={own} />}
        />
        {people.map((person) => (
          <Row
            key={person.id}
            lead={<Avatar id={person.id} name={person.name} src={person.avatar} />}
            title={<bdi>{person.name}</bdi>}
            detail={roleAndState(person.role, qualityMark(person.state, person.statistics).words)}
            end={
              <>
                {person.on && <Switches on={person.on} />}
                {role === 'doctor' && <SendOut name={person.name} onConfirm={() => room.remove(person.id)} />}
              </>
            }
          />
        ))}
        {waiting.map((peer) => (
          <Row
            key={peer.peerId}
            lead={<Avatar id={peer.peerId} name={peer.name} />}
            title={<bdi>{peer.name}</bdi>}
            detail={roleAndState(roleLabel(peer), waitingFor(peer.since, now))}
            end={<AdmitButton room={room} peerId={peer.peerId} />}
          />
        ))}
      </Rows>
    </div>
  );
}

const roleAndState = (role: string, state: string) => t`${role}. ${state}`;

function Switches({ on: { microphone, camera } }: { on: SourceFlags }) {
  return (
    <span className="flex gap-2 text-muted">
      {microphone ? <Mic aria-label={t`Microphone on`} /> : <MicOff aria-label={t`Muted`} />}
      {camera ? <Video aria-label={t`Camera on`} /> : <VideoOff aria-label={t`Camera off`} />}
    </span>
  );
}

function SendOut({ name, onConfirm }: { name: string; onConfirm: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t`Send ${name} out`} icon={<LogOut />} onClick={() => setOpen(true)} />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={
          <Trans>
            Send <bdi>{name}</bdi> out?
          </Trans>
        }
        description={t`Their picture and sound end. They can ask to come in again.`}
        confirmLabel={t`Send out`}
        cancelLabel={t`Keep in the visit`}
        destructive
        onConfirm={onConfirm}
      />
    </>
  );
}
