import { storeUpload, type Upload, type UploadPurpose } from '@health-connect/contract/uploads';
import { ApiError, networkError } from '../../lib/api-error.js';
import { addressOf } from '../../lib/call.js';
import { unwrap } from '../../lib/http.js';
import { withSession } from '../../lib/session-end.js';

interface UploadOptions {
  /** Told how much has left, 0 to 1. */
  onProgress?: (sent: number) => void;
  signal?: AbortSignal;
}

/** Sends a file. By axios, because fetch cannot tell how much of a body has left; loaded when it is first needed. */
export const uploadFile = (file: File, purpose: UploadPurpose, options: UploadOptions = {}): Promise<Upload> =>
  withSession(async () => {
    try {
      return await send(file, purpose, options);
    } catch (error) {
      // Sent twice it is stored twice, and the one that is not used is removed.
      if (error instanceof ApiError) error.repeatable = true;
      throw error;
    }
  });

async function send(file: File, purpose: UploadPurpose, { onProgress, signal }: UploadOptions): Promise<Upload> {
  const { default: axios } = await import('axios');
  const reply = await axios
    .postForm<unknown>(
      addressOf(storeUpload, {}),
      { purpose, file },
      {
        signal,
        validateStatus: () => true,
        onUploadProgress: ({ progress = 0 }) => onProgress?.(progress),
      },
    )
    .catch((error: unknown) => {
      throw axios.isCancel(error) ? new ApiError({ code: 'network', reason: 'stopped' }) : networkError();
    });
  return (await unwrap<Upload>(reply.data, reply.status)).data;
}
