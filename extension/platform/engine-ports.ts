import type { EnginePorts } from '#shared/connection/open-engine.ts';
import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
import { openSocket, systemClock } from '#shared/platform.ts';
import { hostFetch } from './host-fetch.ts';
import type { Services } from './services.ts';

/** What engines need, as worker and pages have it. */
export function enginePorts({ blobs, politeness }: Pick<Services, 'blobs' | 'politeness'>): EnginePorts {
  const pixels = createCanvasPixelCodec();
  return { fetch: hostFetch, clock: systemClock, blobs, pixels, politeness, openSocket };
}
