import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v2 as cloudinary } from 'cloudinary';
import { env } from '../env.js';

/** Keeps the bytes of uploads. Who may read them is decided before, by the API, wherever they are kept. */
export interface FileStore {
  /** Takes over the file at `path`, which may be gone afterwards. */
  put(name: string, path: string): Promise<void>;
  /** Null where there is no such file. */
  read(name: string): Promise<Buffer | null>;
  /** Also where there is no such file. */
  remove(name: string): Promise<void>;
}

function diskStore(directory: string): FileStore {
  return {
    async put(name, path) {
      await mkdir(directory, { recursive: true });
      // Renamed into place, so that a crash leaves no half file behind the name.
      await rename(path, join(directory, name)).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EXDEV') throw error;
        await moveAcross(path, join(directory, name));
      });
    },
    remove: (name) => rm(join(directory, name), { force: true }),
    read: (name) =>
      readFile(join(directory, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
  };
}

/** The directory is on another disk than the file: a copy beside its place, which is then renamed. */
async function moveAcross(path: string, place: string): Promise<void> {
  const draft = join(dirname(place), `.${randomUUID()}`);
  try {
    await copyFile(path, draft);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** `url` is CLOUDINARY_URL: cloudinary://key:secret@cloud. Files are `authenticated`: nobody reads them unsigned. */
function cloudinaryStore(url: string): FileStore {
  const { username, password, hostname } = new URL(url);
  const account = { cloud_name: hostname, api_key: username, api_secret: password, secure: true };
  const place = { ...account, type: 'authenticated', resource_type: 'raw' as const };
  return {
    put: (name, path) =>
      new Promise((resolve, reject) => {
        const stream = cloudinary.uploader.upload_stream(
          { ...place, public_id: name, overwrite: false },
          (error, result) => (result ? resolve() : reject(new Error(`Cloudinary refused a file: ${error?.message}`))),
        );
        pipeline(createReadStream(path), stream).catch(reject);
      }),
    async read(name) {
      const reply = await fetch(cloudinary.url(name, { ...place, sign_url: true }));
      if (reply.status === 404) return null;
      if (!reply.ok) throw new Error(`Cloudinary answered ${reply.status} for a file`);
      return Buffer.from(await reply.arrayBuffer());
    },
    async remove(name) {
      const { result } = await cloudinary.uploader.destroy(name, { ...place, invalidate: true });
      if (!['ok', 'not found'].includes(result)) throw new Error(`Cloudinary did not remove a file: ${result}`);
    },
  };
}

export const files: FileStore = env.cloudinaryUrl
  ? cloudinaryStore(env.cloudinaryUrl)
  : diskStore(join(env.dataDir, 'uploads'));
