import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useObservable } from '../../lib/use-observable.js';
import { wantedDevices } from '../../components/stage/use-devices.js';
import { onCallRequested } from '../../lib/call-bridge.js';
import { wasReloaded } from '../../lib/device-id.js';
import { fetchIceServers } from '../../lib/ice-servers.js';
import { useLiveLink } from '../../lib/live-link.js';
import { useLive } from '../../lib/live.js';
import { otherRole, roleLabel } from '../../lib/role-labels.js';
import { sessionEnd } from '../../lib/session-end.js';
import { useAccount } from '../../lib/session.js';
import { strictContext } from '../../lib/strict-context.js';
import { toast } from '../../lib/toast.js';
import { openLocalMedia } from '../../media/local-media.js';
import { CallMachine } from './machine/call-machine.js';
import { CallScreens } from './call-screens.js';
import type { CallState } from './machine/call-state.js';
import { readKeptCall } from './machine/kept-call.js';

interface CallsContextValue {
  state: CallState;
  calls: Pick<CallMachine, 'call' | 'accept' | 'decline' | 'hangUp' | 'dismiss'>;
}

const [CallsContext, useCalls] = strictContext<CallsContextValue>('Calls');
export { useCalls };

/** Calls can come on every page, and go on while pages change. */
export function CallsProvider({ children }: { children: ReactNode }) {
  const machine = useMachine();
  const state = useObservable(machine);
  const value = useMemo(() => ({ state, calls: machine }), [state, machine]);
  return (
    <CallsContext value={value}>
      <CallScreens />
      {children}
    </CallsContext>
  );
}

function useMachine(): CallMachine {
  const { _id: ownerId, role } = useAccount();
  const link = useLiveLink();
  const inConsult = useLive().insideOf !== null;
  const [kept] = useState(() => (wasReloaded() ? readKeptCall(ownerId) : null));
  const [machine] = useState(
    () =>
      new CallMachine({
        ownerId,
        openMedia: (camera) => openLocalMedia(wantedDevices({ camera })),
        fetchIceServers,
        onTurnedAway: ({ name }) =>
          toast.note(
            `${roleLabel({ role: otherRole(role) })} ${name} called while you are in a visit, and heard that you are busy.`,
          ),
      }),
  );

  useEffect(() => {
    if (!link) return;
    const detach = machine.attach(link);
    if (kept) void machine.resume(kept);
    return detach;
  }, [machine, link, kept]);
  useEffect(() => onCallRequested((peer) => void machine.call(peer)), [machine]);
  // Who is signed out is in no call, also while the page waits for signing in again.
  useEffect(() => sessionEnd.subscribe(() => sessionEnd.get() && machine.hangUp()), [machine]);
  useEffect(() => machine.setInConsult(inConsult), [machine, inConsult]);
  return machine;
}
