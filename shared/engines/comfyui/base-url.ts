import { AppError } from '#shared/errors/app-error.ts';

/** Where ComfyUI listens unless told otherwise. */
export const localComfyUiUrl = 'http://127.0.0.1:8188';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a ComfyUI as a person types it, in the one form the engine uses: no trailing slash
 * and no `/api`, which both a local server and Comfy Cloud serve and the engine adds itself. A bare
 * host of the person's own network speaks plain http; a key never travels over plain http.
 * Raises `invalid-input` when it is no usable address.
 */
export function normaliseComfyUiUrl(typed: string, { hasKey }: { hasKey: boolean }): string {
  const text = typed.trim() === '' ? localComfyUiUrl : typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `${hasKey ? 'https' : 'http'}://${text}`);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new AppError('invalid-input', `"${text}" is not a web address.`);
  }
  if (hasKey && url.protocol === 'http:' && !loopbackHosts.has(url.hostname)) {
    throw new AppError('invalid-input', 'With a key the server address must begin with https://.');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api$/, '')}`;
}
