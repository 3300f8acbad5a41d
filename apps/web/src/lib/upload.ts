import type { Upload, UploadPurpose } from '@health-connect/contract/uploads';
import { ApiError, networkError } from './api-error.js';
import { unwrap } from './http.js';

interface UploadOptions {
  /** Told how much has left, 0 to 1. */
  onProgress?: (sent: number) => void;
  signal?: AbortSignal;
}

/** Sends a file. XMLHttpRequest, because fetch cannot tell how much of a body has left. */
export function uploadFile(file: File, purpose: UploadPurpose, { onProgress, signal }: UploadOptions = {}) {
  const form = new FormData();
  form.append('purpose', purpose);
  form.append('file', file);

  return new Promise<Upload>((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/api/uploads');
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    call.onerror = () => reject(networkError());
    call.onabort = () => reject(new ApiError({ code: 'network', message: 'Sending was stopped.' }));
    call.onload = () => {
      try {
        resolve(unwrap<Upload>(call.response, call.status).data);
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener('abort', () => call.abort(), { once: true });
    call.send(form);
  });
}
