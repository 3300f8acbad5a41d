import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CallState, EndedWhy } from '../machine/call-state.js';

interface EndedLabels {
  title: ReactNode;
  text: ReactNode;
}

/** Why a call ended, told apart, and what can be done. */
export function endedLabels(why: EndedWhy, peer: string): EndedLabels {
  const name = <bdi>{peer}</bdi>;
  switch (why) {
    case 'declined':
      return { title: <Trans>{name} declined</Trans>, text: t`Write a message, or try again later.` };
    case 'busy':
      return {
        title: t`The line is busy`,
        text: <Trans>{name} is in another call. Try again later, or write a message.</Trans>,
      };
    case 'no_answer':
      return { title: <Trans>{name} did not answer</Trans>, text: t`They see that you called.` };
    case 'unreachable':
      return {
        title: <Trans>{name} cannot be reached just now</Trans>,
        text: t`Write a message; they read it when they are back.`,
      };
    case 'cancelled':
      return { title: <Trans>{name} hung up</Trans>, text: t`They stopped before the call was answered here.` };
    case 'missed':
      return { title: <Trans>Missed call from {name}</Trans>, text: t`You can call back, or write a message.` };
    case 'left':
      return { title: <Trans>{name} left the call</Trans>, text: t`The call is over.` };
    case 'failed':
      return { title: t`The call failed`, text: t`The connection was lost. Try again, or write a message.` };
  }
}

/** What the caller reads while it rings. */
export const callingLabel = ({ callId }: Extract<CallState, { status: 'calling' }>) =>
  callId === null ? t`Opening your microphone and camera…` : t`Ringing on their devices…`;
