import { applyLook } from '#shared/engines/on-device/apply-look.ts';
import { createOnDeviceEngine } from '#shared/engines/on-device/engine.ts';
import type { PixelCodec } from '#shared/images/pixel-codec.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import { createSharpPixelCodec } from '../../fakes/sharp-pixel-codec.ts';
import type { EngineHarness } from './harness.ts';

const noServer = 'It has no server, so nothing lies between it and the one who asks.';

export function createHarness(): EngineHarness {
  return {
    id: 'on-device',
    cannotBe: {
      failed: 'A run has an id only once its picture is made.',
      cancelled: 'A run has ended by the time it has an id.',
      timeout: 'A run has no time limit.',
      'no-outputs': 'A run has an id only once its picture is made.',
      'many-outputs': 'A run makes one picture.',
      'lost-answer': noServer,
      'bad-key': 'It has no key.',
      down: noServer,
      html: noServer,
      slow: noServer,
    },
    async open() {
      const codec = createSharpPixelCodec();
      let made = 0;
      const counting: PixelCodec = {
        ...codec,
        async encode(pixels) {
          made += 1;
          return codec.encode(pixels);
        },
      };
      const engine = createOnDeviceEngine({
        codec: counting,
        draw: applyLook,
        blobs: createMemoryBlobStore(),
      });
      return { engine, runsMade: async () => made, close: async () => {} };
    },
  };
}
