import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { sourceLimits } from '#shared/images/header.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';
import { bytesOfDataUrl } from '../../platform/data-url.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import type { PageAgent } from './agent-client.ts';
import { cropOfTab } from './visible-tab.ts';

export type Capture = { source: StoredBlob; route: 'page-fetch' | 'worker-fetch' | 'visible-tab' };

/**
 * The bytes of a picture on a page, by the route that needs least: read by the page itself; read by
 * the extension where it may; cut out of what the tab shows. Raises `host-not-allowed` or
 * `picture-unavailable` when every route is closed.
 */
export async function capturePicture(agent: PageAgent, jobId: string, pictureUrl: string): Promise<Capture> {
  const read = await agent.read(jobId, pictureUrl);
  if (read?.ok) return { source: pictureOf(await bytesOfDataUrl(read.dataUrl)), route: 'page-fetch' };
  const reasons = [read ? read.reason : 'the page cannot be entered'];
  const fetched = await fetchPicture(pictureUrl).catch((error: unknown) => error);
  if (fetched instanceof Uint8Array) return { source: pictureOf(fetched as Bytes), route: 'worker-fetch' };
  reasons.push(String(fetched));
  const box = await agent.box(jobId, pictureUrl);
  const cut = box && (await cropOfTab(agent, box).finally(() => agent.reveal(jobId)));
  if (cut) return { source: cut, route: 'visible-tab' };
  throw isAppError(fetched) ? fetched : new AppError('picture-unavailable', reasons.join('; ').slice(0, 300));
}

async function fetchPicture(url: string): Promise<Bytes> {
  if (!/^https?:/.test(url))
    throw new AppError('picture-unavailable', `${url.slice(0, 20)} cannot be fetched`);
  const response = await hostFetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok)
    throw new AppError('picture-unavailable', `HTTP ${response.status}`, { status: response.status });
  const bytes = await readBytes(response, sourceLimits.maxBytes);
  if (bytes.byteLength > 0 && sniffMimeType(bytes) === null) {
    throw new AppError('picture-not-a-picture', 'The address answers with something else');
  }
  return bytes;
}

function pictureOf(bytes: Bytes): StoredBlob {
  return { bytes, mimeType: sniffMimeType(bytes) ?? 'application/octet-stream' };
}
