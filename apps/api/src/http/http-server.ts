import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { bodyOf } from './error-handler.js';
import { type AppError, refused } from './errors.js';

/** Longer than a proxy keeps an idle connection, so that it is never we who close one that it is about to use. */
const KEEP_ALIVE_MS = 75_000;
/** For a request to say what it wants, counted from the connection. What it brings may take a slow phone five minutes. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 300_000;
const LOOK_MS = 5_000;
const SOCKETS = '/socket.io/';

/**
 * The HTTP server. What it refuses before the app sees a request has the body of every other refusal. Upgrades below
 * /socket.io/ are left to the sockets.
 */
export function createHttpServer(app: RequestListener): Server {
  const http = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: LOOK_MS,
      // The app refuses it with more than a bare status line.
      requireHostHeader: false,
    },
    app,
  );
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || isAnswered(socket)) socket.destroy();
    else refuseOn(socket, unread(), STATUS_OF[error.code ?? ''] ?? 400);
  });
  http.on('checkExpectation', (req) => refuseOn(req.socket, unread(), 417));
  http.on('connect', (_req, socket) => refuseOn(socket, unread()));
  http.on('upgrade', (req, socket) => {
    if (!req.url?.startsWith(SOCKETS)) refuseOn(socket, unread());
  });
  return http;
}

/** What Node's parser gives up on. */
const STATUS_OF: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const unread = () => refused('malformed_request');

const HEADERS = {
  Connection: 'close',
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** Whether an answer is on its way already, into which a second one must not be written. */
function isAnswered(socket: Duplex): boolean {
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: { headersSent: boolean } | null };
  return !socket.writable || answer?.headersSent === true;
}

/** Refuses where there is only a connection to write on, and ends it. */
export function refuseOn(socket: Duplex, failure: AppError, status = failure.status): void {
  socket.on('error', () => socket.destroy());
  if (!socket.writable) return;
  const body = JSON.stringify(bodyOf(failure, randomUUID()));
  const headers = {
    ...HEADERS,
    'Content-Length': Buffer.byteLength(body),
    ...(failure.retryAfterSeconds && { 'Retry-After': failure.retryAfterSeconds }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
