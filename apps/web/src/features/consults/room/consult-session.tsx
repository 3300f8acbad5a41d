import type { Appointment } from '@health-connect/contract/appointments';
import type { RoomClosedReason } from '@health-connect/contract/consults';
import { t } from '@lingui/core/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { ErrorState } from '../../../components/error-state.js';
import { useObservable } from '../../../lib/use-observable.js';
import type { LocalMedia } from '../../../media/local-media.js';
import type { ConsultRoom } from './consult-room.js';
import { GreenRoom } from '../entrance/green-room.js';
import { GreenRoomSkeleton } from '../entrance/green-room-skeleton.js';
import { hasSeat } from './kept-seat.js';
import type { ConsultRole } from '../participants.js';
import { TopLine } from '../top-line.js';
import { useLocalMedia } from './use-local-media.js';
import { useRoom } from './use-room.js';
import { ConsultView } from '../stage/consult-view.js';
import { WaitingRoom } from '../entrance/waiting-room.js';

interface ConsultSessionProps {
  appointment: Appointment;
  role: ConsultRole;
  /** The green room is behind us. */
  onBegin: () => void;
  /** It is over for this tab; camera and microphone close with this component. */
  onEnd: (reason: RoomClosedReason | 'left') => void;
}

/** Green room, then the room. A tab that was inside when it was reloaded goes straight back in. */
export function ConsultSession({ appointment, role, onBegin, onEnd }: ConsultSessionProps) {
  const media = useLocalMedia();
  const { room, joining, join, isReady } = useRoom(appointment._id, media);
  const [returns] = useState(() => hasSeat(appointment._id));
  const begin = () => {
    onBegin();
    void join();
  };

  const canReturn = returns && media !== null && isReady;
  const returnNow = useEffectEvent(begin);
  useEffect(() => {
    if (canReturn) returnNow();
  }, [canReturn]);

  if (room && media) return <InRoom appointment={appointment} role={role} room={room} media={media} onEnd={onEnd} />;
  if (returns && joining.status !== 'failed') return <GreenRoomSkeleton />;
  return (
    <GreenRoom
      appointment={appointment}
      role={role}
      media={media}
      joining={joining.status === 'working'}
      error={joining.status === 'failed' ? joining.error : null}
      onJoin={begin}
    />
  );
}

interface InRoomProps extends Omit<ConsultSessionProps, 'onBegin'> {
  room: ConsultRoom;
  media: LocalMedia;
}

function InRoom({ appointment, role, room, media, onEnd }: InRoomProps) {
  const state = useObservable(room);
  const closed = useEffectEvent(() => {
    if (state.at === 'closed') onEnd(state.reason);
  });
  useEffect(() => closed(), [state.at]);

  switch (state.at) {
    case 'joining':
    case 'closed':
      return <GreenRoomSkeleton />;
    case 'failed':
      return (
        <>
          <TopLine role={role} wayOut={t`Close`} />
          <ErrorState
            title={t`You could not join`}
            error={state.error}
            onRetry={() => room.retry()}
            className="m-auto"
          />
        </>
      );
    case 'waiting':
      return (
        <WaitingRoom
          appointment={appointment}
          media={media}
          doctorPresent={state.doctorPresent}
          onLeave={() => onEnd('left')}
        />
      );
    case 'inside':
      return (
        <ConsultView appointment={appointment} role={role} room={room} state={state} media={media} onEnd={onEnd} />
      );
  }
}
