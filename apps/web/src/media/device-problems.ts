import { select } from '@lingui/core/macro';
export type DeviceKind = 'microphone' | 'camera' | 'screen';
export type DeviceFault = 'denied' | 'missing' | 'in-use' | 'unsupported' | 'failed';

/** Why a device could not be opened, and what the person can do. */
export interface DeviceProblem {
  device: DeviceKind;
  why: DeviceFault;
  /** Read anew each time: in the language that the page has then. */
  readonly help: string;
}

const FAULT_OF: Record<string, DeviceFault> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
  TypeError: 'unsupported',
  NotSupportedError: 'unsupported',
};

const HELP: Record<DeviceFault, (device: DeviceKind) => string> = {
  denied: (device) =>
    select(device, {
      microphone: 'Your browser blocks the microphone. Allow it from the icon beside the address, then try again.',
      camera: 'Your browser blocks the camera. Allow it from the icon beside the address, then try again.',
      other: 'Your screen is not shared. Choose a window or screen to share it.',
    }),
  missing: (device) =>
    select(device, {
      microphone: 'We found no microphone. Plug one in, then try again.',
      camera: 'We found no camera. Plug one in, then try again.',
      other: 'We found no screen. Plug one in, then try again.',
    }),
  'in-use': (device) =>
    select(device, {
      microphone: 'Another program may be using your microphone. Close it, then try again.',
      camera: 'Another program may be using your camera. Close it, then try again.',
      other: 'Another program may be using your screen. Close it, then try again.',
    }),
  unsupported: (device) =>
    select(device, {
      microphone: 'This browser cannot use your microphone here. Open this page in another browser.',
      camera: 'This browser cannot use your camera here. Open this page in another browser.',
      other: 'This browser cannot use your screen here. Open this page in another browser.',
    }),
  failed: (device) =>
    select(device, {
      microphone: 'Your microphone did not start. Unplug it or restart the browser, then try again.',
      camera: 'Your camera did not start. Unplug it or restart the browser, then try again.',
      other: 'Your screen did not start. Unplug it or restart the browser, then try again.',
    }),
};

/** Names what `getUserMedia` or `getDisplayMedia` rejected with (W3C Media Capture and Streams, section 10.2). */
export function describeProblem(device: DeviceKind, error: unknown): DeviceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const why = FAULT_OF[name] ?? 'failed';
  return {
    device,
    why,
    get help() {
      return HELP[why](device);
    },
  };
}
