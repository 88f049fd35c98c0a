import type { Api, ApiCall } from '#shared/engines/comfyui/http.ts';
import { uploadAnswerSchema } from '#shared/engines/comfyui/wire.ts';
import type { UploadPicture } from '#shared/engines/engine.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';

/**
 * Puts a picture into ComfyUI's input folder; answers the value of `LoadImage`. Named by its content:
 * equal pictures share one file, and nobody else's is overwritten. The person's own file name stays here.
 */
export async function uploadPicture(
  api: Api,
  picture: UploadPicture,
  sending: Pick<ApiCall, 'signal' | 'onSent'>,
): Promise<string> {
  const { bytes, mimeType } = picture;
  const name = `${(await blobKeyOf(bytes)).replace('sha256-', 'restyle-')}.${mimeType === 'image/png' ? 'png' : 'jpg'}`;
  const form = new FormData();
  form.append('image', new Blob([bytes], { type: mimeType }), name);
  form.append('type', 'input');
  const { data } = await api.json('/upload/image', uploadAnswerSchema, {
    method: 'POST',
    body: form,
    ...sending,
  });
  // The server renames where a name is taken by other bytes: only its answer counts.
  return data.subfolder ? `${data.subfolder}/${data.name}` : data.name;
}
