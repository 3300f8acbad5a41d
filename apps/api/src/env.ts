import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that is wrong with the environment, at once. */
export class EnvError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const GOOGLE_STUN = 'stun:stun.l.google.com:19302,stun:stun1.l.google.com:19302';

type Source = Record<string, string | undefined>;
export type Env = ReturnType<typeof readEnv>;
type Reader = ReturnType<typeof createReader>;

/**
 * Reads every variable of `.env.example`; nothing else in the server looks at `process.env`.
 * @throws EnvError that lists every bad variable.
 */
export function readEnv(source: Source) {
  const read = createReader(source);
  const production = read.text('NODE_ENV') === 'production';
  const network = readNetwork(read, production);
  const stores = readStores(read);
  const calls = readCalls(read);
  const quotas = readQuotas(read);
  const bookings = readBookings(read);
  const product = {
    production,
    autoVerifyDoctors: read.flag('AUTO_VERIFY_DOCTORS', !production),
    seedDemo: read.flag('SEED_DEMO', !production),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    checkAnswers: read.flag('CHECK_ANSWERS', false),
  };
  read.check(!(production && product.checkAnswers), 'CHECK_ANSWERS=true is for development and refused in production');
  const jwtSecret = read.text('JWT_SECRET');
  read.check(!production || jwtSecret !== '', 'JWT_SECRET must be set in production');
  read.check(jwtSecret === '' || jwtSecret.length >= 32, 'JWT_SECRET must have 32 characters at least');
  if (read.problems.length > 0) throw new EnvError(read.problems);
  return Object.freeze({
    ...product,
    ...network,
    ...stores,
    ...calls,
    ...quotas,
    bookings,
    jwtSecret: jwtSecret || localSecret(stores.dataDir),
  });
}

function readNetwork(read: Reader, production: boolean) {
  const port = Number(read.text('PORT', '5000'));
  read.check(Number.isInteger(port) && port >= 0 && port < 65536, 'PORT must be a port number');

  const publicUrl = readUrl(read.text('PUBLIC_URL', `http://localhost:${port || 80}`));
  read.check(publicUrl !== null, 'PUBLIC_URL must be an address like https://clinic.example');
  const plainHttp = publicUrl?.protocol === 'http:' && !isLocal(publicUrl.hostname);
  read.check(!(production && plainHttp), 'PUBLIC_URL must be https in production: sessions would travel in the clear');

  const corsOrigins = read.list('CORS_ORIGINS');
  const inexact = corsOrigins.find((origin) => readUrl(origin)?.origin !== origin);
  read.check(!inexact, `CORS_ORIGINS: "${inexact}" is not an exact origin like https://app.example`);

  const rateLimit = read.oneOf('RATE_LIMIT', ['on', 'off'], 'on') === 'on';
  read.check(rateLimit || !production, 'RATE_LIMIT=off is for load tests and refused in production');
  const trustProxy = Number(read.text('TRUST_PROXY', '0'));
  read.check(Number.isInteger(trustProxy) && trustProxy >= 0, 'TRUST_PROXY must be the number of proxies in front');

  return {
    port,
    host: read.text('HOST', production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: publicUrl?.origin ?? '',
    secureCookies: publicUrl?.protocol === 'https:',
    corsOrigins,
    rateLimit,
    trustProxy,
    socketsPerAccount: read.count('SOCKETS_PER_ACCOUNT', 20),
    socketsPerAddress: read.count('SOCKETS_PER_ADDRESS', 50),
    socketPolling: read.flag('SOCKET_POLLING', false),
  };
}

function readStores(read: Reader) {
  return {
    dataDir: resolve(read.text('DATA_DIR', '.data')),
    mongodbUri: read.url('MONGODB_URI', /^mongodb(\+srv)?:\/\//),
    redisUrl: read.url('REDIS_URL', /^rediss?:\/\//),
    cloudinaryUrl: read.url('CLOUDINARY_URL', /^cloudinary:\/\//),
    smtpUrl: read.url('SMTP_URL', /^smtps?:\/\//),
  };
}

function readCalls(read: Reader) {
  const turnUrls = read.list('TURN_URLS');
  const turnSecret = read.text('TURN_SECRET');
  read.check(
    turnUrls.length === 0 || turnSecret !== '',
    'TURN_URLS needs TURN_SECRET, the static-auth-secret of coturn',
  );
  read.check(
    turnUrls.every((url) => /^turns?:/.test(url)),
    'TURN_URLS must be turn: or turns: addresses',
  );
  const stunUrls = read.list('STUN_URLS', GOOGLE_STUN).filter((url) => url !== 'none');
  read.check(
    stunUrls.every((url) => /^stuns?:/.test(url)),
    'STUN_URLS must be stun: addresses, or none',
  );
  return { turnUrls, turnSecret, stunUrls };
}

/** What one person may use up. Megabytes are a million bytes, as on the box of a disk. */
function readQuotas(read: Reader) {
  return {
    messagesPerDay: read.count('MESSAGES_PER_DAY', 2000),
    uploadBytesPerDay: read.count('UPLOAD_MB_PER_DAY', 200) * 1_000_000,
    storedBytes: read.count('STORED_MB', 2000) * 1_000_000,
  };
}

function readBookings(read: Reader) {
  return Object.freeze({
    perDoctor: read.count('BOOKINGS_PER_DOCTOR', 3),
    perPatient: read.count('BOOKINGS_PER_PATIENT', 10),
    answerHours: read.count('REQUEST_ANSWER_HOURS', 72),
    releaseHours: read.count('REQUEST_RELEASE_HOURS', 48),
  });
}

function createReader(source: Source) {
  const problems: string[] = [];
  const check = (ok: boolean, problem: string) => {
    if (!ok) problems.push(problem);
  };
  const text = (name: string, fallback = '') => source[name]?.trim() || fallback;
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const found = values.find((value) => value === text(name, fallback).toLowerCase());
    check(found !== undefined, `${name} must be one of ${values.join(', ')}`);
    return found ?? fallback;
  };
  return {
    problems,
    check,
    text,
    oneOf,
    list: (name: string, fallback = '') =>
      text(name, fallback)
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    flag: (name: string, fallback: boolean) => oneOf(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true',
    count(name: string, fallback: number): number {
      const value = Number(text(name, String(fallback)));
      check(Number.isInteger(value) && value > 0, `${name} must be a whole number above 0`);
      return value;
    },
    url(name: string, shape: RegExp) {
      const value = text(name);
      check(value === '' || shape.test(value), `${name} does not look like its kind of address`);
      return value;
    },
  };
}

const isLocal = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const readUrl = (text: string): URL | null =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text) : null;

/** Outside production a secret is made once and kept, so that sessions outlive a restart. */
function localSecret(dataDir: string): string {
  const file = join(dataDir, 'dev-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

export const env: Env = readEnv(process.env);
