import { t } from '@lingui/core/macro';
import { Phone, PhoneOff, Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { AnswerButton } from './answer-button.js';
import { CallCard } from './call-card.js';
import type { CallState } from '../machine/call-state.js';
import { useCalls } from '../calls-context.js';
import { useTitleNews } from '../../../lib/use-document-title.js';
import { useRingtone } from './use-ringtone.js';

const isTyping = () => document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false;

/** Somebody calls. The focus comes here, on no button, unless the person is writing: no key answers by accident. */
export function IncomingCard({ state }: { state: Extract<CallState, { status: 'ringing' }> }) {
  const { calls } = useCalls();
  const { peer, answering } = state;
  const { name } = peer;
  const card = useRef<HTMLDivElement>(null);
  useRingtone(answering ? null : 'incoming');
  useTitleNews('ringing', t`${name} is calling`);
  useEffect(() => {
    if (!isTyping()) card.current?.focus();
  }, []);

  return (
    <CallCard
      ref={card}
      role="alertdialog"
      peer={peer}
      kind={t`Video call`}
      title={<bdi>{name}</bdi>}
      text={answering ? t`Opening your microphone and camera…` : t`Calls you now, also on your other devices`}
    >
      <AnswerButton tone="no" icon={<PhoneOff />} label={t`Decline`} onClick={() => calls.decline()} />
      <AnswerButton
        tone="neutral"
        icon={<Phone />}
        label={t`Sound only`}
        disabled={answering}
        onClick={() => void calls.accept({ camera: false })}
      />
      <AnswerButton
        tone="yes"
        icon={<Video />}
        label={t`Answer`}
        disabled={answering}
        onClick={() => void calls.accept({ camera: true })}
      />
    </CallCard>
  );
}
