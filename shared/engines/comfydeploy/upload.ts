import { presignedSchema, uploadAnswerSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { UploadPicture } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import type { Bytes } from '#shared/ports.ts';

/** From here on the bytes go straight to the storage: proxies before the API may cut large bodies. */
const directFromBytes = 5 * 1024 * 1024;
const chunkBytes = 0x8000;

export type UploadRoutes = {
  /** Pictures below this travel inside the run request, one request fewer; 0 for never. */
  inlineBelowBytes: number;
  /** Whether the storage can be reached from here (not from a page, nor behind a relay). */
  direct: boolean;
};

/**
 * Makes a picture readable to the workflow; answers the value for its picture input. The API moves
 * a `data:` value of PNG or JPEG to its storage itself (routes/run.py, convert_base64_to_s3).
 */
export async function uploadPicture(
  api: Api,
  picture: UploadPicture,
  { inlineBelowBytes, direct }: UploadRoutes,
  signal?: AbortSignal,
): Promise<string> {
  const sizeBytes = picture.bytes.byteLength;
  if (sizeBytes < inlineBelowBytes) return `data:${picture.mimeType};base64,${base64Of(picture.bytes)}`;
  if (!direct || sizeBytes < directFromBytes) return uploadThroughApi(api, picture, signal);
  try {
    return await uploadToStorage(api, picture, signal);
  } catch {
    // Storage of one's own may refuse the link, or its host may not be allowed: the API still is.
    signal?.throwIfAborted();
    return uploadThroughApi(api, picture, signal);
  }
}

async function uploadThroughApi(api: Api, picture: UploadPicture, signal?: AbortSignal): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([picture.bytes], { type: picture.mimeType }), picture.fileName);
  const call = { method: 'POST', body: form, signal } as const;
  return (await api.json('/file/upload', uploadAnswerSchema, call)).data.file_url;
}

async function uploadToStorage(
  api: Api,
  { bytes, mimeType, fileName }: UploadPicture,
  signal?: AbortSignal,
): Promise<string> {
  const query = new URLSearchParams({ file_name: fileName, type: mimeType, size: String(bytes.byteLength) });
  const { data } = await api.json(`/assets/presigned-url?${query}`, presignedSchema, { signal });
  await api.put(data.url, bytes, headersFor(data.url, mimeType), signal);
  return data.download_url;
}

/** A signed header must be sent and an unsigned one must not: the link itself says which are signed. */
function headersFor(url: string, mimeType: string): Record<string, string> {
  const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders')?.split(';') ?? [];
  return { 'Content-Type': mimeType, ...(signed.includes('x-amz-acl') && { 'x-amz-acl': 'public-read' }) };
}

function base64Of(bytes: Bytes): string {
  let binary = '';
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return btoa(binary);
}
