import { useEffect, useState } from 'react';
import { type DeviceList, watchDevices } from '../../media/devices.js';
import type { LocalTracks } from '../../media/sources.js';

const NONE: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** The devices there are, renewed as they come and go; their names appear once `tracks` shows one that is open. */
export function useDeviceList({ microphone, camera }: LocalTracks): DeviceList {
  const [list, setList] = useState(NONE);
  const isOpen = microphone.track !== null || camera.track !== null;

  useEffect(() => {
    const watch = watchDevices();
    watch.subscribe(setList);
    return watch.stop;
  }, [isOpen]);

  return list;
}
