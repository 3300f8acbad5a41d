import { MAX_IMAGE_BYTES, type UploadPurpose } from '@health-connect/contract/uploads';
import sharp, { type Metadata, type ResizeOptions } from 'sharp';
import { AppError, ensure } from '../../http/errors.js';

/** What a decoder may be made to unpack: about 200 MB of memory. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 82;
const BOX = {
  avatar: { width: 512, height: 512, fit: 'cover' },
  message: { width: 2560, height: 2560, fit: 'inside', withoutEnlargement: true },
} as const satisfies Record<UploadPurpose, ResizeOptions>;

export interface CleanImage {
  bytes: Buffer;
  mimeType: 'image/webp';
  width: number;
  height: number;
}

/**
 * Draws a picture anew: what is stored are its pixels, upright, and nothing else that its file carried (place and
 * camera of a photo, a second file hidden in it). What the sender says of its type is never asked.
 * @throws AppError `too_large`, `unsupported_media`, `unreadable_image`.
 */
export async function cleanImage(bytes: Buffer, purpose: UploadPurpose): Promise<CleanImage> {
  ensure(bytes.length <= MAX_IMAGE_BYTES, 'too_large', 'A picture may have 10 MB at most. Choose a smaller one.');
  ensure(isKnownImage(bytes), 'unsupported_media', 'This is not a JPEG, PNG, WebP or GIF picture.');
  const metadata = await decode(sharp(bytes, { limitInputPixels: false }).metadata());
  ensure(pixelsOf(metadata) <= MAX_PIXELS, 'too_large', 'This picture has too many pixels. Choose a smaller one.');

  const animated = purpose === 'message' && (metadata.pages ?? 1) > 1;
  const drawn = sharp(bytes, { limitInputPixels: MAX_PIXELS, animated, failOn: 'error' })
    .autoOrient()
    .resize(BOX[purpose])
    .webp({ quality: QUALITY });
  const { data, info } = await decode(drawn.toBuffer({ resolveWithObject: true }));
  return { bytes: data, mimeType: 'image/webp', width: info.width, height: info.pageHeight ?? info.height };
}

const pixelsOf = ({ width, height, pages = 1, pageHeight }: Metadata) => width * (pageHeight ?? height) * pages;

const decode = <T>(work: Promise<T>): Promise<T> =>
  work.catch(() => {
    throw new AppError('unreadable_image', 'We could not read this picture. Its file may be damaged.');
  });

/** By the first bytes: decoders of other formats (SVG among them, which can reach outside) are never asked. */
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
