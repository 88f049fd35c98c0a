import type { Placement, Placing } from '../bridge/placing.ts';
import { createFill } from './create-fill.ts';
import { hiddenFills } from './fill-layer.ts';
import { readNote, writeNote } from './note.ts';
import { fillsOf, isFilled } from './paints.ts';
import type { Placed } from './placed.ts';
import { placementOf } from './placement-of.ts';
import { removeTiles } from './tiles.ts';

/** Another picture, made from the same original, in the place of a result's picture. */
export function renewResult(result: Placed, { bytes, name, original, recipe }: Placing): Placement {
  const note = readNote(result);
  if (!isFilled(result) || !note) throw new Error(`${result.name} is no result`);
  const { imageHash } = createFill(bytes);
  const originalHash = note.originalHash ?? (original && createFill(original).imageHash);
  const shown = [...fillsOf(result)].pop();
  const like = shown?.type === 'IMAGE' ? shown : createFill(bytes);
  const renewed = { ...note, originalHash, recipe };
  writeNote(result, renewed);
  result.fills = [...hiddenFills(renewed), { ...like, visible: true, imageHash }];
  removeTiles(result);
  if (!note.before) result.name = name;
  return placementOf(result, 'renewed');
}
