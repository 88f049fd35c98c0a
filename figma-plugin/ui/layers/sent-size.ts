import type { EngineDescription } from '#shared/engines/engine.ts';
import { fitArea, type SizePx } from '#shared/images/fit.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { kontextAreaPx } from '#shared/images/prepare.ts';

/** The size a layer's picture has when it leaves, as the step that prepares it will make it. */
export function sentSize(picture: SizePx, description: EngineDescription | null): SizePx {
  const size = fitArea(picture, kontextAreaPx);
  return description?.scaling === 'kontext' ? kontextFrame(size) : size;
}
