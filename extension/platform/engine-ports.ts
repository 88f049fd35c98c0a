import type { EnginePorts } from '#shared/connection/open-engine.ts';
import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
import { openSocket, systemClock } from '#shared/platform.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { createTellingFetch } from '#shared/web/sending/telling-fetch.ts';
import { sayingWhy } from './host-fetch.ts';
import type { Services } from './services.ts';

/** What engines need, as worker and pages have it. */
export function enginePorts({
  blobs,
  politeness,
  sender,
}: Pick<Services, 'blobs' | 'politeness' | 'sender'>): EnginePorts {
  const pixels = createCanvasPixelCodec();
  const plain: HttpFetch = (url, init) => globalThis.fetch(url, init);
  const fetch = sayingWhy(createTellingFetch({ fetch: plain, sender, clock: systemClock }));
  return { fetch, clock: systemClock, blobs, pixels, politeness, openSocket };
}
