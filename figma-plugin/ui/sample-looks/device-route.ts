import type { ApplyLook } from '#shared/engines/on-device/apply-look.ts';
import { createOnDeviceEngine } from '#shared/engines/on-device/engine.ts';
import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import { systemIds } from '#shared/platform.ts';
import type { Bytes } from '#shared/ports.ts';
import type { Credentials } from '../connection/plugin-connection.ts';
import { createMemoryBlobs } from '../platform/memory-blobs.ts';
import photo from './photo.webp';

export type DeviceRoute = ReturnType<typeof createDeviceRoute>;

/** The looks of this device as a route: they need nobody, cost nothing, and are no team's model. */
export function createDeviceRoute(draw: ApplyLook) {
  const codec = createCanvasPixelCodec();
  const blobs = createMemoryBlobs(systemIds);
  const whole = createOnDeviceEngine({ codec, draw, blobs });
  let turn: Promise<unknown> = Promise.resolve();

  /** Bytes are let go as soon as they are read, and no picture is opened before its turn: hundreds may wait. */
  const engine: Workflow['engine'] = {
    ...whole,
    start(request, signal) {
      const started = turn.then(() => whole.start(request, signal));
      turn = started.catch(() => {});
      return started.then(async (runId) => {
        await blobs.delete(String(request.inputs.picture));
        return runId;
      });
    },
    async fetchOutput(output, signal): Promise<Bytes> {
      const bytes = await whole.fetchOutput(output, signal);
      await blobs.delete(output.url);
      return bytes;
    },
  };

  return {
    workflow: async (): Promise<Workflow> => ({ engine, description: await engine.describe(), prices: {} }),

    /** Draws a picture. Raises what this browser cannot do. */
    async test(): Promise<void> {
      await draw(await codec.decode(photo, 'image/webp'), { prompt: 'duotone', strength: 1, seed: 1 });
    },

    credentials: async (): Promise<Credentials> => credentialsOf(await engine.describe()),
  };
}

function credentialsOf(description: Workflow['description']): Credentials {
  const facts = { description, prices: {}, hosts: [] };
  return {
    ...{ version: 1, route: 'device', address: '', secret: '' },
    connection: { version: 1, engine: 'on-device', ...facts },
  };
}
