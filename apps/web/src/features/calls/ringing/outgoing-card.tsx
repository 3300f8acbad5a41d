import { t } from '@lingui/core/macro';
import { PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AnswerButton } from './answer-button.js';
import { CallCard } from './call-card.js';
import type { CallState } from '../machine/call-state.js';
import { useCalls } from '../calls-context.js';
import { useRingtone } from './use-ringtone.js';
import { callingLabel } from './labels.js';

/** We call somebody. */
export function OutgoingCard({ state }: { state: Extract<CallState, { status: 'calling' }> }) {
  const { calls } = useCalls();
  const card = useRef<HTMLDivElement>(null);
  useRingtone(state.callId === null ? null : 'outgoing');
  useEffect(() => card.current?.focus(), []);

  return (
    <CallCard
      ref={card}
      role="dialog"
      peer={state.peer}
      kind={t`You call`}
      title={<bdi>{state.peer.name}</bdi>}
      text={callingLabel(state)}
    >
      <AnswerButton tone="no" icon={<PhoneOff />} label={t`Hang up`} onClick={() => calls.hangUp()} />
    </CallCard>
  );
}
