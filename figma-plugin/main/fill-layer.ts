import { AppError } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Placement, Placing } from '../bridge/placing.ts';
import { createFill } from './create-fill.ts';
import { type Note, noteFrom, readNote, writeNote } from './note.ts';
import { fillsOf, hiddenPaint, isFilled, paintLike } from './paints.ts';
import type { Placed } from './placed.ts';
import { placementOf } from './placement-of.ts';

/**
 * The result as a fill of its layer. The fills that were there stay, hidden, and come back with
 * *Revert*; an instance keeps it as an override. Raises `layer-not-exportable` when they are too
 * much to be kept, since nothing is changed that could not be brought back.
 */
export function fillLayer(layer: Placed, placing: Placing): Placement {
  if (!isFilled(layer)) throw new Error(`${layer.name} has no fills`);
  const known = readNote(layer)?.before;
  const before = known ?? { fills: fillsOf(layer), fillStyleId: styleOf(layer) };
  const fill = paintLike(layer, placing.bytes);
  const original = placing.original && createFill(placing.original).imageHash;
  const note: Note = { ...noteFrom(layer, placing, original), before };
  if (!writeNote(layer, note)) {
    throw new AppError('layer-not-exportable', figmaWords.layers.fillsTooLarge);
  }
  layer.fills = [...hiddenFills(note), fill];
  return placementOf(layer, 'fill');
}

/** What a result keeps beneath its picture. */
export function hiddenFills({ before, originalHash }: Note): Paint[] {
  const own = (before?.fills ?? []).map((paint) => ({ ...paint, visible: false }));
  return originalHash ? [...own, hiddenPaint(originalHash)] : own;
}

function styleOf(layer: SceneNode): string {
  return 'fillStyleId' in layer && typeof layer.fillStyleId === 'string' ? layer.fillStyleId : '';
}
