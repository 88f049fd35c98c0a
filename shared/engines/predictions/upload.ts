import type { UploadPicture } from '#shared/engines/engine.ts';
import type { Api, ApiCall } from '#shared/engines/http/api.ts';
import { toDataUrl } from '#shared/engines/predictions/data-url.ts';
import type { PredictionsModel } from '#shared/engines/predictions/models.ts';
import type { Routes } from '#shared/engines/predictions/routes.ts';
import { fileSchema } from '#shared/engines/predictions/wire.ts';

type UploadContext = { api: Api; routes: Routes; model: PredictionsModel };

/** The value for a picture input: the picture itself as far as the model takes that, else a file's address. */
export async function uploadPicture(
  picture: UploadPicture,
  { api, routes, model }: UploadContext,
  sending: Pick<ApiCall, 'signal' | 'onSent'>,
): Promise<string> {
  const { bytes, mimeType, fileName } = picture;
  if (model.inlineLimitBytes === null || bytes.length <= model.inlineLimitBytes)
    return toDataUrl(bytes, mimeType);
  const form = new FormData();
  form.append('content', new Blob([bytes], { type: mimeType }), fileName);
  const call = { method: 'POST', body: form, ...sending } as const;
  return (await api.json(routes.files, fileSchema, call)).data.urls.get;
}
