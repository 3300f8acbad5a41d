import { useEffect, useEffectEvent } from 'react';
import { deviceZone } from '../../lib/own-clock.js';
import { useAccount } from '../../lib/session.js';
import { useSavePatientProfile } from './profile.js';

/** Who is shown everything on the clock of their device tells the server where it is: mails and doctors go by that. */
export function useDeviceZone() {
  const { zoneFromDevice, timeZone } = useAccount();
  const save = useSavePatientProfile();
  const zone = deviceZone();
  const hasMoved = zoneFromDevice && timeZone !== zone;
  const tell = useEffectEvent(() => {
    // It is told again with the next visit; what is shown here is right without it.
    save({ timeZone: zone, zoneFromDevice: true }).catch(() => undefined);
  });

  useEffect(() => {
    if (hasMoved) tell();
  }, [hasMoved, zone]);
}
