import type { DeviceChoice } from '../../media/devices.js';
import type { LocalMedia } from '../../media/local-media.js';
import { canChooseSpeaker } from '../../media/speaker.js';
import { deviceChoices, rememberDevice, useDeviceChoices } from './device-choices.js';
import { useDeviceList } from './use-device-list.js';
import { useObservable } from '../../lib/use-observable.js';

export type DeviceRole = 'microphone' | 'camera' | 'speaker';

interface Choosable {
  devices: readonly DeviceChoice[];
  /** Id of the one in use. */
  value: string;
  choose: (id: string) => void;
}

/** What was chosen before, for opening the devices anew. */
export function wantedDevices({ camera = true } = {}) {
  const chosen = deviceChoices();
  return { microphone: chosen.microphone || true, camera: camera && (chosen.camera || true) };
}

/** Microphones, cameras and speakers to choose from; a choice is used at once and remembered. */
export function useDevices(media: LocalMedia): Record<DeviceRole, Choosable> {
  const { tracks } = useObservable(media);
  const list = useDeviceList(tracks);
  const { speaker } = useDeviceChoices();
  const inUse = (track: MediaStreamTrack | null) => track?.getSettings().deviceId ?? '';
  const choose = (kind: DeviceRole, use?: (id: string) => Promise<void>) => (id: string) => {
    rememberDevice(kind, id);
    void use?.(id);
  };

  return {
    microphone: {
      devices: list.microphones,
      value: inUse(tracks.microphone.track),
      choose: choose('microphone', media.chooseMicrophone.bind(media)),
    },
    camera: {
      devices: list.cameras,
      value: inUse(tracks.camera.track),
      choose: choose('camera', media.chooseCamera.bind(media)),
    },
    speaker: { devices: canChooseSpeaker() ? list.speakers : [], value: speaker, choose: choose('speaker') },
  };
}
