import type { Appointment } from '@health-connect/contract/appointments';
import type { RoomClosedReason } from '@health-connect/contract/consults';
import { select, t } from '@lingui/core/macro';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { cx } from '../../../components/cx.js';
import { useRecordEditor } from '../../../resources/records/use-record-editor.js';
import { RemoteSound } from '../../../components/stage/remote-sound.js';
import { Stage } from '../../../components/stage/stage.js';
import { useObservable } from '../../../lib/use-observable.js';
import { useAccount } from '../../../lib/session.js';
import { otherRole } from '../../../lib/role-labels.js';
import { formatNumber } from '../../../lib/write.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import { ChatPanel } from '../panels/chat/chat-panel.js';
import type { ConsultRoom, RoomState } from '../room/consult-room.js';
import { Lobby } from './lobby.js';
import { NotesPanel } from '../panels/notes-panel.js';
import { onStage } from './on-stage.js';
import type { ConsultRole } from '../participants.js';
import { PeoplePanel } from '../panels/people-panel.js';
import { type PanelPart, type PanelTab, SidePanel } from '../panels/side-panel.js';
import { useChat } from '../panels/chat/use-chat.js';
import { useChime } from './use-chime.js';
import { useConsultClock } from './use-consult-clock.js';
import { ConsultControls } from './consult-controls.js';

interface ConsultViewProps {
  appointment: Appointment;
  role: ConsultRole;
  room: ConsultRoom;
  state: Extract<RoomState, { at: 'inside' }>;
  media: LocalMedia;
  onEnd: (reason: RoomClosedReason | 'left') => void;
}

// The panel takes room from the picture, so that it never covers the face.
const WITH_PANEL = 'max-lg:grid-rows-[minmax(11rem,38dvh)_minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_var(--panel)]';

const isWide = () => globalThis.matchMedia?.('(min-width: 64rem)').matches ?? false;

/** The visit itself: the other person, the controls, and what is beside the picture. */
export function ConsultView({ appointment, role, room, state, media, onEnd }: ConsultViewProps) {
  const me = useAccount();
  const other = otherOf(appointment, role);
  const { name } = other;
  const who = otherRole(role);
  const people = onStage(useObservable(room.people), other);
  const { tracks } = useObservable(media);
  const since = useConsultClock(appointment._id, people.length > 0);
  const chat = useChat(appointment._id, other._id);
  const record = useRecordEditor(appointment);
  const [open, setOpen] = useState(isWide);
  const [tab, setTab] = useState<PanelTab>(role === 'doctor' ? 'notes' : 'chat');
  useChime(state.waiting.length + people.length);

  const count = formatNumber(people.length + 1);
  const own = { microphone: tracks.microphone.on, camera: tracks.camera.on, screen: tracks.screen.on };
  const parts: PanelPart[] = [
    { value: 'chat', label: t`Chat`, count: chat.unread, content: <ChatPanel chat={chat} otherName={name} /> },
    {
      value: 'people',
      label: t`People ${count}`,
      count: people.length > 0 ? state.waiting.length : 0,
      content: <PeoplePanel role={role} me={me} own={own} people={people} waiting={state.waiting} room={room} />,
    },
  ];
  if (role === 'doctor') {
    parts.unshift({
      value: 'notes',
      label: t`Notes`,
      content: <NotesPanel appointment={appointment} record={record} />,
    });
  }

  return (
    <div
      className={cx(
        'grid h-[calc(100dvh-var(--live-bar,0px))] min-h-[30rem] grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] bg-video-chrome',
        open && WITH_PANEL,
        role === 'doctor' && 'lg:[--panel:26.5rem]',
      )}
    >
      {people.map(({ id, stream }) => (
        <RemoteSound key={id} stream={stream} />
      ))}
      <Stage
        title={select(who, { doctor: `${name}, doctor`, other: `${name}, patient` })}
        people={people}
        media={media}
        since={since}
        panelOpen={open}
        controls={
          <ConsultControls
            appointment={appointment}
            role={role}
            room={room}
            media={media}
            record={record}
            unread={chat.unread}
            openTab={open ? tab : null}
            onToggle={(next) => {
              setOpen(!open || tab !== next);
              setTab(next);
            }}
            onEnd={onEnd}
          />
        }
      >
        {people.length === 0 &&
          (role === 'doctor' ? (
            <Lobby room={room} waiting={state.waiting} other={other} begun={since !== null} />
          ) : (
            <DoctorAway />
          ))}
      </Stage>
      {open && <SidePanel parts={parts} tab={tab} onTab={setTab} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** ROOM-7: the doctor went out; the patient is not sent away. */
function DoctorAway() {
  return (
    <div
      role="status"
      className="grid w-full max-w-112 justify-items-center gap-2 rounded-l bg-video-plate p-6 text-center"
    >
      <Hourglass aria-hidden="true" className="size-6 text-video-muted" />
      <p className="text-lg font-semibold">{t`The doctor stepped out`}</p>
      <p className="text-sm text-video-muted">
        {t`Stay here; the visit goes on when they come back. You can write meanwhile.`}
      </p>
    </div>
  );
}
