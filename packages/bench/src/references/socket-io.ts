import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/** P5: a Socket.IO relay without identity, checks or storage. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  void socket.join(String(socket.handshake.auth.id));
  socket.on('relay', (payload: { to: string }, ack?: (reply: unknown) => void) => {
    socket.to(payload.to).emit('relay', payload);
    ack?.({ ok: true });
  });
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit(0));
