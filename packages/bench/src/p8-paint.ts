import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { median } from './load.js';
import { buildWeb } from './p8-first-load.js';
import { serveApi } from './processes.js';
import type { Figure } from './report.js';

const ROUNDS = 3;
const SETTLED_MS = 1_500;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CPU_SLOWDOWN = 4;
const MOST_TIMES_STATIC = 4;

interface Seen {
  paint: number;
  shift: number;
}

/**
 * P8: the largest paint and the shift of list, day and chat on a slow phone, first visit.
 * Beside each the same page without our scripts: what is rendered in the end, sent as HTML with the same style, font
 * and pictures over the same line.
 */
export async function paint(): Promise<Figure[]> {
  buildWeb();
  const demo = await serveDemo();
  const plain = await servePlain(demo.url);
  const browser = await chromium.launch({ executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium' });
  try {
    const patient = await signIn(browser, demo.url, 'patient');
    const doctor = await signIn(browser, demo.url, 'doctor');
    const people = await patient.request.get(`${demo.url}/api/message/conversations`);
    const { data } = (await people.json()) as { data: { peer: { _id: string } }[] };
    const pages = [
      { name: 'doctor list', path: '/doctors', context: patient, ready: 'main a[href*="at="], main ul h2' },
      { name: "doctor's day", path: '/today', context: doctor, ready: '[aria-label=Figures]' },
      { name: 'chat', path: `/messages/${data[0]!.peer._id}`, context: patient, ready: 'textarea' },
    ];
    const figures: Figure[] = [];
    for (const { name, path, context, ready } of pages) {
      const { ours, reference, shift } = await compare(browser, { context, ready, url: demo.url + path, plain });
      const goal = { atMost: MOST_TIMES_STATIC };
      figures.push(
        { id: 'P8', name: `${name}, largest paint on a slow phone`, ours, reference, unit: 'ms', goal },
        { id: 'P8', name: `${name}, layout shift`, ours: shift, reference: null, unit: '', goal: { atMost: 0.02 } },
      );
    }
    return figures;
  } finally {
    await browser.close();
    await plain.stop();
    await demo.stop();
  }
}

interface Compared {
  /** Whose cookies the visits have. */
  context: BrowserContext;
  url: string;
  /** What is there once the page is. */
  ready: string;
  plain: Awaited<ReturnType<typeof servePlain>>;
}

async function compare(browser: Browser, { context, url, ready, plain }: Compared) {
  const [ours, reference]: [Seen[], Seen[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const storageState = await context.storageState();
    ours.push(
      await look(browser, { url, ready, storageState, leave: async (page) => plain.show(await page.content()) }),
    );
    reference.push(await look(browser, { url: plain.url, ready, storageState }));
  }
  return {
    ours: median(ours.map((seen) => seen.paint)),
    reference: median(reference.map((seen) => seen.paint)),
    shift: Math.max(...ours.map((seen) => seen.shift)),
  };
}

interface Look {
  url: string;
  ready: string;
  storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
  leave?: (page: Page) => Promise<void>;
}

/** A browser without a cache, on a slow phone and line, that looks until nothing changes any more. */
async function look(browser: Browser, { url, ready, storageState, leave }: Look): Promise<Seen> {
  const context = await browser.newContext({ storageState, viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLED_MS);
  const seen = await page.evaluate<Seen>('globalThis.seen');
  await leave?.(page);
  await context.close();
  return seen;
}

const WATCH = `
  const seen = (globalThis.seen = { paint: 0, shift: 0 });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (seen.paint = entry.startTime));
  watch('layout-shift', (entry) => (seen.shift += entry.value));`;

/** The product with its demo data and a database of its own. */
async function serveDemo() {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-connect-paint-'));
  const database = await startEmbeddedMongo({ dataDir: join(dataDir, 'database') });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mine = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, MONGODB_URI: database.uri };
  const api = await serveApi({ ...mine, SEED_DEMO: 'true' });
  return {
    url,
    async stop() {
      await api.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sends the page that is to be shown, as it is rendered and without scripts; all else comes from the product. */
async function servePlain(product: string) {
  let shown = gzipSync('');
  const server = createServer((request, response) => {
    if (request.url === '/plain') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(shown);
      return;
    }
    get(product + request.url, { headers: request.headers }, (reply) => {
      response.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(response);
    }).on('error', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/plain`,
    show(html: string) {
      shown = gzipSync(html.replaceAll(/<script\b.*?<\/script>|<link rel="modulepreload"[^>]*>/gs, ''));
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function signIn(browser: Browser, url: string, role: 'patient' | 'doctor'): Promise<BrowserContext> {
  const context = await browser.newContext();
  const { email } = DEMO_ACCOUNTS.find((account) => account.role === role)!;
  const data = { email, password: DEMO_PASSWORD, role };
  const reply = await context.request.post(`${url}/api/auth/login`, { headers: { origin: url }, data });
  if (!reply.ok()) throw new Error(`Signing in was answered ${reply.status()}`);
  return context;
}
