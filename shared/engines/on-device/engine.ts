import type { Engine } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import type { ApplyLook } from '#shared/engines/on-device/apply-look.ts';
import { onDeviceInputs, wishesOf } from '#shared/engines/on-device/inputs.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { onDeviceWords } from '#shared/i18n/en/engines.ts';
import type { PixelCodec } from '#shared/images/pixel-codec.ts';
import { systemClock } from '#shared/platform.ts';
import type { BlobKey, BlobStore, StoredBlob } from '#shared/ports.ts';

export type OnDeviceOptions = {
  codec: PixelCodec;
  /** Draws the looks: here, or in a thread of its own. */
  draw: ApplyLook;
  /** Keeps picture and result, so that a run outlives whoever started it. */
  blobs: BlobStore;
};

/** Changes when a look is drawn differently, so that no older picture passes for a new one. */
const looksVersion = 'sample-looks-3';

/**
 * Sample looks made here: no network, no account, no cost, and no model either. A picture's value is
 * the key of its bytes, a run's id the key of its result. So nothing is held in memory, and `start`
 * makes the same run of the same request however often it is called.
 */
export function createOnDeviceEngine({ codec, draw, blobs }: OnDeviceOptions): Engine {
  return {
    id: 'on-device',

    describe: async () => ({
      name: onDeviceWords.name,
      workflowVersion: looksVersion,
      inputs: onDeviceInputs,
      outputId: null,
      gpu: null,
    }),

    upload: async ({ bytes, mimeType }) => blobs.put({ bytes, mimeType }),

    async start({ inputs }, signal) {
      const { pictureKey, ...wishes } = wishesOf(inputs);
      const { bytes, mimeType } = await storedPicture(blobs, pictureKey);
      const pixels = await codec.decode(bytes, mimeType);
      signal?.throwIfAborted();
      const drawn = await draw(pixels, wishes);
      signal?.throwIfAborted();
      const restyled = await codec.encode(drawn);
      signal?.throwIfAborted();
      return blobs.put({ bytes: restyled, mimeType: 'image/png' });
    },

    async get(runId) {
      if (!(await blobs.get(runId))) throw new AppError('run-not-found', `Nothing is stored under ${runId}`);
      return {
        state: 'success',
        progressRatio: 1,
        queuePosition: null,
        output: { url: runId, fileName: 'result.png' },
        // Not the team's model: it never counts in the team's figures.
        runSeconds: null,
        queueSeconds: null,
        gpu: null,
        inputs: {},
      };
    },

    // A run has ended by the time it has an id.
    cancel: async () => {},

    fetchOutput: async ({ url }) => (await storedPicture(blobs, url)).bytes,

    // A lost start has cost nothing and left nothing that could be charged: it is simply made again.
    reconcile: async () => ({ state: 'absent' }),

    failureReason: async () => null,

    prices: async () => ({}),

    health: (signal) => takeHealth(async () => ({ waiting: null }), { clock: systemClock, signal }),
  };
}

async function storedPicture(blobs: BlobStore, key: BlobKey): Promise<StoredBlob> {
  const blob = await blobs.get(key);
  if (!blob) throw new AppError('picture-lost', `Nothing is stored under ${key}`);
  return blob;
}
