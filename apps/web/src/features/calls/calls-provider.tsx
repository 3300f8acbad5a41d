import { select } from '@lingui/core/macro';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { wantedDevices } from '../../components/stage/use-devices.js';
import { wasReloaded } from '../../lib/device-id.js';
import { useLiveLink } from '../../lib/live-link.js';
import { otherRole } from '../../lib/role-labels.js';
import { sessionEnd } from '../../lib/session-end.js';
import { useAccount } from '../../lib/session.js';
import { toast } from '../../lib/toast.js';
import { useObservable } from '../../lib/use-observable.js';
import { openLocalMedia } from '../../media/local-media.js';
import { useInsideOf } from '../../resources/consults/queries.js';
import { fetchIceServers } from '../../resources/rtc/queries.js';
import { CallMachine } from './machine/call-machine.js';
import { CallScreens } from './call-screens.js';
import { CallsContext } from './calls-context.js';
import { readKeptCall } from './machine/kept-call.js';

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
  const inConsult = useInsideOf() !== null;
  const [kept] = useState(() => (wasReloaded() ? readKeptCall(ownerId) : null));
  const [machine] = useState(
    () =>
      new CallMachine({
        ownerId,
        openMedia: (camera) => openLocalMedia(wantedDevices({ camera })),
        fetchIceServers,
        onTurnedAway: ({ name }) => toast.note(() => turnedAway(otherRole(role), name)),
      }),
  );

  useEffect(() => {
    if (!link) return;
    const detach = machine.attach(link);
    if (kept) void machine.resume(kept);
    return detach;
  }, [machine, link, kept]);
  // Who is signed out is in no call, also while the page waits for signing in again.
  useEffect(() => sessionEnd.subscribe(() => sessionEnd.get() && machine.hangUp()), [machine]);
  useEffect(() => machine.setInConsult(inConsult), [machine, inConsult]);
  return machine;
}

const turnedAway = (role: ReturnType<typeof otherRole>, name: string) =>
  select(role, {
    doctor: `Doctor ${name} called while you are in a visit, and heard that you are busy.`,
    other: `Patient ${name} called while you are in a visit, and heard that you are busy.`,
  });
