import { strictContext } from '../../lib/strict-context.js';
import type { CallMachine } from './machine/call-machine.js';
import type { CallState } from './machine/call-state.js';

interface CallsContextValue {
  state: CallState;
  calls: Pick<CallMachine, 'call' | 'accept' | 'decline' | 'hangUp' | 'dismiss'>;
}

// Apart from its provider: a page that rings somebody needs none of what a call is made of.
export const [CallsContext, useCalls] = strictContext<CallsContextValue>('Calls');
