import { messageSend, sendMessageTo } from '@health-connect/contract/messages';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.js';
import { useSocket } from '../../../lib/socket-context.js';
import { uploadFile } from '../../uploads/mutations.js';
import { receiveMessage } from '../live.js';
import { Outbox, type Send } from './outbox.js';
import { createOutboxStore } from './outbox-store.js';

/** The outbox of this account, which sends by socket where there is one and by HTTP otherwise. */
export function useSending(me: string): Outbox {
  const client = useQueryClient();
  const { connection, send } = useSocket();
  const isConnected = connection.state === 'connected';
  const [outbox] = useState(
    () =>
      new Outbox({
        store: createOutboxStore(me, localStorage),
        onSent: (message) => receiveMessage(client, me, message),
      }),
  );

  // A picture that is stored already is not sent twice when only the message about it failed.
  const [uploads] = useState(() => new Map<string, string>());

  useEffect(() => {
    const deliver: Send = async ({ clientId, to, text, image }, { onProgress, signal }) => {
      if (image && !uploads.has(clientId)) {
        uploads.set(clientId, (await uploadFile(image.file, 'message', { onProgress, signal }))._id);
      }
      const upload = uploads.get(clientId);
      const message = { clientId, text, ...(upload && { image: upload }) };
      return isConnected
        ? send(messageSend, { to, type: image ? 'image' : 'text', ...message })
        : call(sendMessageTo, { params: { receiverId: to }, body: message });
    };
    outbox.sendThrough(deliver);
  }, [outbox, uploads, send, isConnected]);

  useEffect(() => () => outbox.stop(), [outbox]);
  useUnsentPictures(outbox);
  return outbox;
}

/** A reload keeps unsent words but not pictures, so the browser asks first. */
function useUnsentPictures(outbox: Outbox) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (outbox.get().some(({ image }) => image !== null)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [outbox]);
}
