import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v2 as cloudinary } from 'cloudinary';
import { env } from '../env.js';

/** Keeps the bytes of uploads. Who may read them is decided before, by the API, wherever they are kept. */
export interface FileStore {
  put(name: string, bytes: Buffer): Promise<void>;
  /** Null where there is no such file. */
  read(name: string): Promise<Buffer | null>;
}

export function diskStore(directory: string): FileStore {
  return {
    async put(name, bytes) {
      await mkdir(directory, { recursive: true });
      // Renamed into place, so that a crash leaves no half file behind the name.
      const draft = join(directory, `.${randomUUID()}`);
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, join(directory, name));
    },
    read: (name) =>
      readFile(join(directory, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
  };
}

/** `url` is CLOUDINARY_URL: cloudinary://key:secret@cloud. Files are `authenticated`: nobody reads them unsigned. */
export function cloudinaryStore(url: string): FileStore {
  const { username, password, hostname } = new URL(url);
  const account = { cloud_name: hostname, api_key: username, api_secret: password, secure: true };
  const place = { ...account, type: 'authenticated', resource_type: 'raw' as const };
  return {
    put: (name, bytes) =>
      new Promise((resolve, reject) => {
        const stream = cloudinary.uploader.upload_stream(
          { ...place, public_id: name, overwrite: false },
          (error, result) => (result ? resolve() : reject(new Error(`Cloudinary refused a file: ${error?.message}`))),
        );
        stream.end(bytes);
      }),
    async read(name) {
      const reply = await fetch(cloudinary.url(name, { ...place, sign_url: true }));
      if (reply.status === 404) return null;
      if (!reply.ok) throw new Error(`Cloudinary answered ${reply.status} for a file`);
      return Buffer.from(await reply.arrayBuffer());
    },
  };
}

export const files: FileStore = env.cloudinaryUrl
  ? cloudinaryStore(env.cloudinaryUrl)
  : diskStore(join(env.dataDir, 'uploads'));
