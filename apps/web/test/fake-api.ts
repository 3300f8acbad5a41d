import type { FieldProblem } from '@health-connect/contract/problems';
import { codeOf, type Reason } from '@health-connect/contract/refusals';
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
    const handler: Handler = handlers[key] ?? (() => refusal(404, 'not_found'));
    const { status = 200, data = null, meta, error } = handler(body, url);
    return Response.json(error ? { success: false, ...error } : { success: true, data, meta }, { status });
  });
  return { calls, bodyOf: (key: string) => calls.find((call) => call.key === key)?.body };
}

/** A failure as the server sends it. */
export const refusal = (
  status: number,
  reason: Reason,
  { params, errors }: { params?: object; errors?: readonly FieldProblem[] } = {},
) => ({
  status,
  error: {
    code: codeOf(reason),
    reason,
    message: 'What the page never shows.',
    requestId: 'test',
    ...(params && { params }),
    ...(errors && { errors: errors.map((each) => ({ ...each, message: 'Nor this.' })) }),
  },
});

export const nobodyIsSignedIn = { 'GET /api/auth/me': () => refusal(401, 'unauthenticated') };
