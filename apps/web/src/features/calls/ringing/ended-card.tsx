import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { paths } from '../../../lib/paths.js';
import { CallCard } from './call-card.js';
import type { CallState } from '../machine/call-state.js';
import { useCalls } from '../calls-context.js';
import { endedLabels } from './labels.js';

/** Why the call is over, until the person puts it away. */
export function EndedCard({ state }: { state: Extract<CallState, { status: 'ended' }> }) {
  const { calls } = useCalls();
  const { peer, why, message } = state;
  const { title, text } = endedLabels(why, peer.name);

  return (
    <CallCard role="dialog" peer={peer} kind="Call" title={title} text={message ?? text}>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant={why === 'left' ? 'neutral' : 'soft'} onClick={() => void calls.call(peer)}>
          {why === 'missed' || why === 'cancelled' ? 'Call back' : 'Call again'}
        </Button>
        <ButtonLink to={paths.conversation(peer.userId)} onClick={() => calls.dismiss()}>
          Write
        </ButtonLink>
        <Button variant="plain" onClick={() => calls.dismiss()}>
          Close
        </Button>
      </div>
    </CallCard>
  );
}
