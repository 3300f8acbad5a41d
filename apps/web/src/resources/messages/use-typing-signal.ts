import { useEffect, useMemo } from 'react';
import { useSocket } from '../../lib/socket-context.js';
import { TypingSignal } from './typing.js';

/** Tells the other one that this one is writing. It does not matter if that gets lost. */
export function useTypingSignal(peerId: string) {
  const { socket } = useSocket();
  const signal = useMemo(
    () => new TypingSignal((event) => socket?.connected && socket.emit(event, { to: peerId })),
    [socket, peerId],
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
