import { createObservable } from '../../lib/observable.js';
import { useObservable } from '../../lib/use-observable.js';

/** Ids of devices that this person chose on this computer; empty means the browser's choice. */
export interface DeviceChoices {
  microphone: string;
  camera: string;
  speaker: string;
}

const KEY = 'devices';
const NONE: DeviceChoices = { microphone: '', camera: '', speaker: '' };

const choices = createObservable<DeviceChoices>(read());

export const deviceChoices = choices.get;

export function rememberDevice(kind: keyof DeviceChoices, id: string) {
  choices.set({ ...choices.get(), [kind]: id });
  try {
    localStorage.setItem(KEY, JSON.stringify(choices.get()));
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

export const useDeviceChoices = () => useObservable(choices);

function read(): DeviceChoices {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof DeviceChoices, unknown>>;
    const idOf = (id: unknown) => (typeof id === 'string' ? id : '');
    return { microphone: idOf(kept.microphone), camera: idOf(kept.camera), speaker: idOf(kept.speaker) };
  } catch {
    return NONE;
  }
}
