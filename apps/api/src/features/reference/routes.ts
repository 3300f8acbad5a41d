import { readAsyncApi, readOpenApi, readReference } from '@health-connect/contract/reference';
import { SentFile } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import { asyncApi } from './asyncapi.js';
import { openApi } from './openapi.js';
import { referencePage } from './page.js';

/** Made when it is first asked for: nothing in it changes while the server runs. */
function once(type: string, make: () => string) {
  let made: string | null = null;
  return () => new SentFile((made ??= make()), { type });
}

const openApiFile = once('application/json', () => JSON.stringify(openApi()));
const asyncApiFile = once('application/json', () => JSON.stringify(asyncApi()));
const page = once('text/html', () => referencePage(openApi(), asyncApi()));

export const referenceRoutes: Served[] = [
  serve(readOpenApi, async () => openApiFile()),
  serve(readAsyncApi, async () => asyncApiFile()),
  serve(readReference, async () => page()),
];
