import { CallView } from './in-call/call-view.js';
import { useCalls } from './calls-context.js';
import { EndedCard } from './ringing/ended-card.js';
import { IncomingCard } from './ringing/incoming-card.js';
import { OutgoingCard } from './ringing/outgoing-card.js';

/** What the state of the call looks like. */
export function CallScreens() {
  const { state } = useCalls();
  switch (state.status) {
    case 'idle':
      return null;
    case 'calling':
      return <OutgoingCard state={state} />;
    case 'ringing':
      return <IncomingCard key={state.callId} state={state} />;
    case 'connected':
      return <CallView key={state.callId} state={state} />;
    case 'ended':
      return <EndedCard state={state} />;
  }
}
