import { typingStart, typingStop } from '@health-connect/contract/messages';
import { useEffect, useMemo } from 'react';
import { useSocket } from '../../lib/socket-context.js';
import { TypingSignal } from './typing.js';

/** Tells the other one that this one is writing. It does not matter if that gets lost. */
export function useTypingSignal(peerId: string) {
  const { socket, send } = useSocket();
  const signal = useMemo(
    () =>
      new TypingSignal((isWriting) => {
        // What is said to nobody is not said later either.
        if (socket?.connected) send(isWriting ? typingStart : typingStop, { to: peerId }).catch(() => undefined);
      }),
    [socket, send, peerId],
  );

  useEffect(() => () => signal.stopped(), [signal]);

  return useMemo(
    () => ({
      wrote: (text: string) => (text.trim() === '' ? signal.stopped() : signal.wrote()),
      stopped: () => signal.stopped(),
    }),
    [signal],
  );
}
