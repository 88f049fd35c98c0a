import type { Bytes } from '#shared/ports.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';
import type { Guest, SpoofStage } from './spoof-stage.ts';

type Wish = { prompt?: string; label?: string; bytes?: Bytes };

/** Has the browser make a picture for a guest, as its panel does; another picture each time. */
export async function submit(
  stage: SpoofStage,
  { browser }: Guest,
  jobId: string,
  { prompt = 'snow', label = 'Layer', bytes }: Wish = {},
): Promise<void> {
  stage.meant.wishes += 1;
  const seed = stage.meant.wishes;
  const picture = bytes ?? (await tinyPicture(seed)).bytes;
  await browser.ask({ verb: 'submit', jobId, label, presetId: null, prompt, strength: null, seed }, picture);
}
