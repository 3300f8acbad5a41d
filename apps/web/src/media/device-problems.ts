export type DeviceKind = 'microphone' | 'camera' | 'screen';
export type DeviceFault = 'denied' | 'missing' | 'in-use' | 'unsupported' | 'failed';

/** Why a device could not be opened, and what the person can do. */
export interface DeviceProblem {
  device: DeviceKind;
  why: DeviceFault;
  help: string;
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
    device === 'screen'
      ? 'Your screen is not shared. Choose a window or screen to share it.'
      : `Your browser blocks the ${device}. Allow it from the icon beside the address, then try again.`,
  missing: (device) => `We found no ${device}. Plug one in, then try again.`,
  'in-use': (device) => `Another program may be using your ${device}. Close it, then try again.`,
  unsupported: (device) => `This browser cannot use your ${device} here. Open this page in another browser.`,
  failed: (device) => `Your ${device} did not start. Unplug it or restart the browser, then try again.`,
};

/** Names what `getUserMedia` or `getDisplayMedia` rejected with (W3C Media Capture and Streams, section 10.2). */
export function describeProblem(device: DeviceKind, error: unknown): DeviceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const why = FAULT_OF[name] ?? 'failed';
  return { device, why, help: HELP[why](device) };
}
