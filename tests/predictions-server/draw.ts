import { sharedRenderer } from '../stand-in/runs/renderer.ts';
import type { Prediction } from './book.ts';
import type { Storage } from './storage.ts';

export type Studio = {
  storage: Storage;
  /** Uploaded files by their address. */
  files: ReadonlyMap<string, Uint8Array>;
  megapixels: number;
};

/** Draws what a prediction asks for and notes where it lies, or what went wrong. */
export async function draw(prediction: Prediction, studio: Studio): Promise<void> {
  const { prompt, strength, seed, input_image } = prediction.input;
  try {
    const picture = await sharedRenderer.render({
      bytes: sourceOf(input_image, studio.files),
      prompt: String(prompt),
      strength: typeof strength === 'number' ? strength : 1,
      seed: typeof seed === 'number' ? seed : 1,
      megapixels: studio.megapixels,
    });
    const name = `${prediction.id}/result.webp`;
    const inline = `data:image/webp;base64,${Buffer.from(picture).toString('base64')}`;
    const url = studio.storage.put(name, picture);
    prediction.pictureUrl = prediction.outcome === 'data-url' ? inline : url;
  } catch (error) {
    prediction.trouble = error instanceof Error ? error.message : String(error);
  }
}

function sourceOf(value: unknown, files: Studio['files']): Uint8Array {
  const text = String(value);
  const inline = /^data:image\/(?:png|jpeg);base64,(.*)$/s.exec(text)?.[1];
  const bytes = inline === undefined ? files.get(text) : Buffer.from(inline, 'base64');
  if (!bytes) throw new Error('cannot identify image file');
  return bytes;
}
