import type { ApplyLook } from '#shared/engines/on-device/apply-look.ts';
import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { promptFor } from '#shared/presets/prompt.ts';
import { pictureUrl } from '../platform/picture-url.ts';
import { createStore, type Store } from '../platform/store.ts';
import photo from './photo.webp';

export type PresetPictures = Pick<Store<ReadonlyMap<string, string>>, 'get' | 'subscribe'> & {
  /** Draws those of these presets that there are no pictures of yet. */
  want(presets: readonly Preset[]): void;
};

/** The same in every panel. */
const seed = 7;

/**
 * Illustrations of the built-in presets by their ids: one photograph through the sample looks. Drawn when they
 * are shown, because two dozen pictures would weigh as much as all the looks.
 */
export function createPresetPictures(draw: ApplyLook): PresetPictures {
  const codec = createCanvasPixelCodec();
  const store = createStore<ReadonlyMap<string, string>>(new Map());
  const asked = new Set<string>();

  async function illustrate(preset: Preset): Promise<void> {
    const pixels = await codec.decode(photo, 'image/webp');
    const drawn = await draw(pixels, { prompt: promptFor(preset, ''), strength: 1, seed });
    const url = await pictureUrl(await codec.encode(drawn), 'image/png');
    store.set(new Map([...store.get(), [preset.id, url]]));
  }

  return {
    ...store,
    want(presets) {
      for (const preset of presets) {
        if (!preset.builtIn || asked.has(preset.id)) continue;
        asked.add(preset.id);
        // Without one a tile shows letters, like a preset that has no picture.
        illustrate(preset).catch(() => {});
      }
    },
  };
}
