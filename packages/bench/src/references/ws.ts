import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** P5: a raw websocket relay, the floor beneath Socket.IO. */
const peers = new Map<string, WebSocket>();
const server: WebSocketServer = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);
server.on('connection', (socket, request) => {
  peers.set(request.url?.slice(1) ?? '', socket);
  socket.on('message', (data) => {
    const text = String(data);
    peers.get((JSON.parse(text) as { to: string }).to)?.send(text);
  });
});
process.on('SIGTERM', () => process.exit(0));
