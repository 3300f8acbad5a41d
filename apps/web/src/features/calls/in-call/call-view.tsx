import { select, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Maximize2, Minimize2, PhoneOff } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '../../../components/icon-button.js';
import { ControlButton } from '../../../components/stage/control-button.js';
import { Elapsed } from '../../../components/stage/elapsed.js';
import { CameraButton, MicrophoneButton, ShareButton } from '../../../components/stage/media-buttons.js';
import { MoreMenu } from '../../../components/stage/more-menu.js';
import type { PersonOnStage } from '../../../components/stage/person-on-stage.js';
import { PersonTile } from '../../../components/stage/person-tile.js';
import { PLATE } from '../../../components/stage/plate.js';
import { RemoteSound } from '../../../components/stage/remote-sound.js';
import { Stage } from '../../../components/stage/stage.js';
import { useObservable } from '../../../lib/use-observable.js';
import { otherRole, roleLabel } from '../../../lib/role-labels.js';
import { useAccount } from '../../../lib/session.js';
import type { CallState } from '../machine/call-state.js';
import { useCalls } from '../calls-context.js';

type Connected = Extract<CallState, { status: 'connected' }>;

/** The talk: over the whole screen, or small in a corner while something else is looked up. */
export function CallView({ state }: { state: Connected }) {
  const { connection, startedAt } = state;
  const [small, setSmall] = useState(false);
  const person = usePerson(state);
  const { name } = person;
  const who = otherRole(useAccount().role);

  return (
    <>
      <RemoteSound stream={person.stream} />
      {small ? (
        <SmallCall person={person} startedAt={startedAt} onEnlarge={() => setSmall(false)} />
      ) : (
        <Radix.Root open onOpenChange={() => setSmall(true)}>
          <Radix.Portal>
            <Radix.Content aria-describedby={undefined} className="fixed inset-0 z-50 outline-none">
              <Radix.Title className="sr-only">
                <Trans>
                  Call with <bdi>{name}</bdi>
                </Trans>
              </Radix.Title>
              <Stage
                title={select(who, { doctor: `${name}, doctor`, other: `${name}, patient` })}
                people={[person]}
                media={connection.media}
                since={startedAt}
                top={
                  <Radix.Close className={PLATE} aria-label={t`Make the call small`} title={t`Make the call small`}>
                    <Minimize2 aria-hidden="true" className="my-1" />
                  </Radix.Close>
                }
                controls={<CallControls state={state} />}
              />
              {state.peerAway && person.state.status === 'connected' && (
                <p role="status" className={`${PLATE} absolute inset-x-0 top-18 mx-auto w-fit max-w-[90%]`}>
                  <Trans>
                    <bdi>{name}</bdi> lost the connection to our server. The call goes on.
                  </Trans>
                </p>
              )}
            </Radix.Content>
          </Radix.Portal>
        </Radix.Root>
      )}
    </>
  );
}

function usePerson({ peer, connection: { session, quality } }: Connected): PersonOnStage {
  const snapshot = useObservable(session);
  const { statistics } = useObservable(quality);
  const { role } = useAccount();
  return {
    ...snapshot,
    id: peer.userId,
    name: peer.name,
    role: roleLabel({ role: otherRole(role) }),
    avatar: peer.avatar,
    statistics,
    retry: () => session.retry(),
  };
}

function CallControls({ state: { connection } }: { state: Connected }) {
  const { calls } = useCalls();
  return (
    <>
      <MicrophoneButton media={connection.media} />
      <CameraButton media={connection.media} />
      <ShareButton media={connection.media} />
      <MoreMenu media={connection.media} onQuality={(mode) => connection.quality.setMode(mode)} />
      <ControlButton icon={<PhoneOff />} label={t`Hang up`} ends onClick={() => calls.hangUp()} />
    </>
  );
}

interface SmallCallProps {
  person: PersonOnStage;
  startedAt: number;
  onEnlarge: () => void;
}

function SmallCall({ person, startedAt, onEnlarge }: SmallCallProps) {
  const { calls } = useCalls();
  const { name } = person;
  return (
    <section
      aria-label={t`Call with ${name}`}
      className="fixed end-4 bottom-[calc(1rem+var(--bar))] z-50 w-52 overflow-hidden rounded-l bg-video-chrome text-video-ink shadow-float md:bottom-4 md:w-64"
    >
      <button
        type="button"
        aria-label={t`Make the call large`}
        className="relative block aspect-[4/3] w-full"
        onClick={onEnlarge}
      >
        <PersonTile person={person} small className="absolute! inset-0" />
      </button>
      <div className="flex items-center gap-1 p-2">
        <Elapsed since={startedAt} className="me-auto bg-transparent" />
        <IconButton
          label={t`Make the call large`}
          icon={<Maximize2 />}
          className="text-video-ink! hover:bg-video-control!"
          onClick={onEnlarge}
        />
        <IconButton variant="danger" label={t`Hang up`} icon={<PhoneOff />} onClick={() => calls.hangUp()} />
      </div>
    </section>
  );
}
