import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS, type UploadPurpose } from '@health-connect/contract/uploads';
import { type AppError, ensure, refused } from '../../http/errors.js';
import { oneAtATime } from '../../http/one-at-a-time.js';
import { PoolFailure, ProcessPool } from '../../lib/process-pool.js';

const QUALITY = 82;
const BOX = {
  avatar: { width: 512, height: 512, fit: 'cover' },
  message: { width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true },
} as const satisfies Record<UploadPurpose, object>;

interface Task {
  source: string;
  target: string;
  maxPixels: number;
  animated: boolean;
  box: object;
  quality: number;
}

export interface CleanImage {
  mimeType: 'image/webp';
  width: number;
  height: number;
  bytes: number;
}

type Drawn = Omit<CleanImage, 'mimeType'>;
/** `failed` is the code of a file operation, such as ENOSPC. */
type Outcome = Drawn | { refused: 'too_large' | 'unreadable' } | { failed: string };

// Not the threads of this process: those also read files, look up names and compress for everybody.
const decoders = new ProcessPool<Task, Outcome>({
  file: new URL('./picture-worker.mjs', import.meta.url),
  processes: Math.max(1, Math.min(2, availableParallelism() - 1)),
  queue: 50,
  timeoutMs: 20_000,
  idleMs: 30_000,
});

export const stopDecoders = () => decoders.stop();

const enter = oneAtATime('picture_being_read');

/**
 * Draws the picture in a file anew into another file: what is stored are its pixels, upright, and nothing else that
 * its file carried (place and camera of a photo, a second file hidden in it).
 * @throws AppError `too_large`, `unreadable_image`, `rate_limited`, `unavailable`.
 */
export async function cleanImage(
  personId: string,
  { source, target, purpose }: { source: string; target: string; purpose: UploadPurpose },
): Promise<CleanImage> {
  const leave = enter(personId);
  const task = { source, target, maxPixels: MAX_IMAGE_PIXELS, box: BOX[purpose], quality: QUALITY };
  try {
    const outcome = await decoders.run({ ...task, animated: purpose === 'message' });
    return { mimeType: 'image/webp', ...drawnIn(outcome) };
  } catch (error) {
    throw error instanceof PoolFailure ? refusalOf(error) : error;
  } finally {
    leave();
  }
}

function drawnIn(outcome: Outcome): Drawn {
  if ('failed' in outcome) throw Object.assign(new Error('a picture could not be written'), { code: outcome.failed });
  if (!('refused' in outcome)) return outcome;
  ensure(outcome.refused !== 'too_large', 'too_many_pixels');
  throw unreadable();
}

function refusalOf({ reason }: PoolFailure): AppError {
  if (reason === 'slow') return unreadable();
  return refused('picture_not_read', { retryAfterSeconds: 5 });
}

const unreadable = () => refused('unreadable_image');
export const pictureTooLarge = () =>
  refused('picture_too_large', { params: { megabytes: MAX_IMAGE_BYTES / (1024 * 1024) } });

const LONGEST_SIGNATURE = 12;

/**
 * Asks the first bytes what a file is, never its sender; decoders of other formats (SVG among them, which can reach
 * outside) are never asked.
 * @throws AppError `unsupported_media`.
 */
export async function requireKnownImage(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(LONGEST_SIGNATURE), 0, LONGEST_SIGNATURE);
    ensure(isKnownImage(buffer), 'not_a_picture_file');
  } finally {
    await file.close();
  }
}

function isKnownImage(bytes: Buffer): boolean {
  const starts = (text: string, at = 0) => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
  return (
    starts('\xff\xd8\xff') ||
    starts('\x89PNG\r\n\x1a\n') ||
    starts('GIF87a') ||
    starts('GIF89a') ||
    (starts('RIFF') && starts('WEBP', 8))
  );
}
