import { t } from '@lingui/core/macro';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { messageOf } from '../../../lib/api-error.js';
import { paths } from '../../../lib/paths.js';
import { CallCard } from './call-card.js';
import type { CallState } from '../machine/call-state.js';
import { useCalls } from '../calls-context.js';
import { endedLabels } from './labels.js';

/** Why the call is over, until the person puts it away. */
export function EndedCard({ state }: { state: Extract<CallState, { status: 'ended' }> }) {
  const { calls } = useCalls();
  const { peer, why, error } = state;
  const { title, text } = endedLabels(why, peer.name);

  return (
    <CallCard
      role="dialog"
      peer={peer}
      kind={t({ message: 'Call', context: 'noun' })}
      title={title}
      text={error === undefined ? text : messageOf(error)}
    >
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant={why === 'left' ? 'neutral' : 'soft'} onClick={() => void calls.call(peer)}>
          {why === 'missed' || why === 'cancelled' ? t`Call back` : t`Call again`}
        </Button>
        <ButtonLink to={paths.conversation(peer.userId)} onClick={() => calls.dismiss()}>
          {t`Write`}
        </ButtonLink>
        <Button variant="plain" onClick={() => calls.dismiss()}>
          {t`Close`}
        </Button>
      </div>
    </CallCard>
  );
}
