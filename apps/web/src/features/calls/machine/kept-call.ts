import type { CallPeer } from './call-state.js';

/** A call that goes on, as a reload of the page must know it. */
export interface KeptCall {
  /** Whose it is, in case somebody else signs in here. */
  ownerId: string;
  callId: string;
  peer: CallPeer;
  startedAt: number;
  camera: boolean;
}

const KEY = 'call';

export function keepCall(call: KeptCall | null) {
  try {
    if (call) sessionStorage.setItem(KEY, JSON.stringify(call));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a reload ends the call.
  }
}

export function readKeptCall(ownerId: string): KeptCall | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as KeptCall | null;
    return kept?.ownerId === ownerId ? kept : null;
  } catch {
    return null;
  }
}
