import { presignedSchema, uploadAnswerSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { UploadPicture } from '#shared/engines/engine.ts';
import type { Api, ApiCall } from '#shared/engines/http/api.ts';

/** From here on the bytes go straight to the storage: proxies before the API may cut large bodies. */
const directFromBytes = 5 * 1024 * 1024;

type Sending = Pick<ApiCall, 'signal' | 'onSent'>;

/**
 * Makes a picture readable to the workflow; answers the value for its picture input. `isDirect` says
 * whether the storage can be reached from here (not from a page, nor behind a relay).
 * A `data:` value would be taken too and save small pictures this request. It is not used: the upload is
 * the free request that shows a server to be down before the one that costs money is sent, and without
 * it a job could neither be continued nor be given to another engine with certainty.
 */
export async function uploadPicture(
  api: Api,
  picture: UploadPicture,
  isDirect: boolean,
  sending: Sending = {},
): Promise<string> {
  const sizeBytes = picture.bytes.byteLength;
  if (!isDirect || sizeBytes < directFromBytes) return uploadThroughApi(api, picture, sending);
  try {
    return await uploadToStorage(api, picture, sending);
  } catch {
    // Storage of one's own may refuse the link, or its host may not be allowed: the API still is.
    sending.signal?.throwIfAborted();
    return uploadThroughApi(api, picture, sending);
  }
}

async function uploadThroughApi(api: Api, picture: UploadPicture, sending: Sending): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([picture.bytes], { type: picture.mimeType }), picture.fileName);
  const call = { method: 'POST', body: form, ...sending } as const;
  return (await api.json('/file/upload', uploadAnswerSchema, call)).data.file_url;
}

async function uploadToStorage(
  api: Api,
  { bytes, mimeType, fileName }: UploadPicture,
  sending: Sending,
): Promise<string> {
  const query = new URLSearchParams({ file_name: fileName, type: mimeType, size: String(bytes.byteLength) });
  const { data } = await api.json(`/assets/presigned-url?${query}`, presignedSchema, {
    signal: sending.signal,
  });
  await api.put(data.url, bytes, { headers: headersFor(data.url, mimeType), ...sending });
  return data.download_url;
}

/** A signed header must be sent and an unsigned one must not: the link itself says which are signed. */
function headersFor(url: string, mimeType: string): Record<string, string> {
  const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders')?.split(';') ?? [];
  return { 'Content-Type': mimeType, ...(signed.includes('x-amz-acl') && { 'x-amz-acl': 'public-read' }) };
}
