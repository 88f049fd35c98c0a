import { type Handoff, type HandoffRecipe, readHandoff, writeHandoff } from '#shared/handoff/handoff.ts';
import { readHandoffCode, writeHandoffCode } from '#shared/handoff/handoff-code.ts';
import { handoffPicture } from '#shared/handoff/handoff-picture.ts';
import { figmaHandoffWords as words } from '#shared/i18n/en/handoff.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { unreachable } from '#shared/pairing/guest/open-session.ts';
import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { type WaitingPicture, waitingSchema } from '#shared/pairing/verbs.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import type { Layer } from '../../bridge/layer.ts';
import type { MainThread } from '../../bridge/request.ts';
import { addPicture, type Taken } from '../layers/drop-pictures.ts';
import { exportSource } from '../layers/export-source.ts';
import { layerNameOf } from '../look/made-with.ts';
import { createStore, type Store } from '../platform/store.ts';
import { noteOfRecipe, titleOfRecipe } from './handed-recipe.ts';

export type Handoffs = {
  /** Pictures that the paired browser has for this panel. */
  waiting: Pick<Store<readonly WaitingPicture[]>, 'get' | 'subscribe'>;
  /** Asks the browser for them. */
  look(browser: PairedBrowser): Promise<void>;
  /** Puts one on the canvas. Raises what `readHandoff` and the browser raise. */
  take(id: string): Promise<Taken>;
  leave(id: string): Promise<void>;
  /** The same of a pasted text. */
  takeCode(code: string): Promise<Taken>;
  /** Shows a layer's picture in the paired browser, else answers the text that shows it in any. */
  open(layer: Layer, recipe: HandoffRecipe | null): Promise<string | null>;
};

type Deps = {
  main: MainThread;
  codec: ImageCodec;
  presets(): readonly Preset[];
  partner(): Promise<PairedBrowser | null>;
};

/** Pictures from a browser onto the canvas, and the other way. Nothing is run by any of it. */
export function createHandoffs({ main, codec, presets, partner }: Deps): Handoffs {
  const waiting = createStore<readonly WaitingPicture[]>([]);

  async function put(handoff: Handoff): Promise<Taken> {
    const { picture, original, recipe } = handoff;
    const made = original && recipe ? { original, recipe: noteOfRecipe(recipe, presets()) } : null;
    const title = recipe && titleOfRecipe(recipe, recipe.presetName);
    const name = [title, handoff.name].filter(Boolean).join(' · ') || words.unnamed;
    return { nodeId: await addPicture({ bytes: picture, name, made }, main, codec), recipe };
  }

  /** The browser is told only what it can do without. */
  async function leave(id: string): Promise<void> {
    waiting.set(waiting.get().filter((each) => each.id !== id));
    await (await partner())?.ask({ verb: 'handoff.forget', id });
  }

  return {
    waiting,
    leave,
    async look(browser) {
      const told = waitingSchema.parse((await browser.ask({ verb: 'handoff.list' })).value);
      if (canonicalJson(told) !== canonicalJson(waiting.get())) waiting.set(told);
    },
    async take(id) {
      const browser = await partner();
      if (!browser) throw unreachable();
      const { value, bytes } = await browser.ask({ verb: 'handoff.take', id });
      const taken = await put(readHandoff({ said: value, bytes }));
      void leave(id).catch(() => {});
      return taken;
    },
    takeCode: async (code) => put(readHandoffCode(code)),
    async open(layer, recipe) {
      const { source } = await exportSource(main, { nodeId: layer.nodeId, way: 'above', exactIds: [] });
      const picture = await handoffPicture(source.bytes, codec);
      const handoff = { name: layerNameOf(layer), picture, original: null, recipe };
      const browser = await partner().catch(() => null);
      if (!browser) return writeHandoffCode(handoff);
      const { said, bytes } = writeHandoff(handoff);
      await browser.ask({ verb: 'handoff.open', handoff: said }, bytes);
      return null;
    },
  };
}
