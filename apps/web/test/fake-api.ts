import { vi } from 'vitest';

interface FakeAnswer {
  status?: number;
  data?: unknown;
  meta?: unknown;
  error?: object;
}

type Handler = (body: unknown, url: URL) => FakeAnswer;

/** Answers `fetch` from a table such as `{ 'GET /api/auth/me': () => ({ data: account }) }`; what is not in it is a 404. */
export function fakeApi(handlers: Record<string, Handler>) {
  const calls: { key: string; body: unknown; headers: Headers }[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://localhost');
    const key = `${init.method ?? 'GET'} ${url.pathname}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    calls.push({ key, body, headers: new Headers(init.headers) });
    const handler: Handler = handlers[key] ?? (() => refusal(404, 'not_found', 'There is nothing here.'));
    const { status = 200, data = null, meta, error } = handler(body, url);
    return Response.json(error ? { success: false, ...error } : { success: true, data, meta }, { status });
  });
  return { calls, bodyOf: (key: string) => calls.find((call) => call.key === key)?.body };
}

/** A failure as the server sends it. */
export const refusal = (
  status: number,
  code: string,
  message: string,
  errors?: { path: string; message: string }[],
) => ({
  status,
  error: { code, message, requestId: 'test', ...(errors && { errors }) },
});

export const nobodyIsSignedIn = { 'GET /api/auth/me': () => refusal(401, 'unauthenticated', 'Please sign in.') };
