import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StickyProxy {
  url: string;
  /** Which target a session is kept at, by its place in the list; of those that were seen. */
  places(): number[];
  /** Requests of long polling that each target got. */
  polled(): number[];
  /** Websockets that were asked for, and refused. */
  refused(): number;
  stop(): Promise<void>;
}

/**
 * A proxy in front of several servers, as a strict network and a load balancer make it: it refuses websockets, and keeps every
 * session (by its cookie) at one server, as `hash $cookie_token` of nginx does. Sessions are dealt out in turn.
 */
export async function startStickyProxy(port: number): Promise<StickyProxy & { lead(targets: string[]): void }> {
  let targets: string[] = [];
  const placeOf = new Map<string, number>();
  const polled: number[] = [];
  let refused = 0;

  function placeFor({ headers }: IncomingMessage) {
    const token = /(?:^|; )token=([^;]+)/.exec(headers.cookie ?? '')?.[1];
    if (!token) return 0;
    const place = placeOf.get(token) ?? placeOf.size % targets.length;
    placeOf.set(token, place);
    return place;
  }

  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    const place = placeFor(req);
    if (req.url?.startsWith('/socket.io/')) polled[place] = (polled[place] ?? 0) + 1;
    const { hostname, port: at } = new URL(targets[place]!);
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress };
    const onward = request({ hostname, port: at, method: req.method, path: req.url, headers }, (answer) => {
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    });
    // Whoever goes away takes their request along.
    res.once('close', () => onward.destroy());
    onward.once('error', () => res.destroy());
    req.pipe(onward);
  });
  server.on('upgrade', (_req, socket) => {
    refused += 1;
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lead: (to) => void (targets = to),
    places: () => [...placeOf.values()],
    polled: () => polled,
    refused: () => refused,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
