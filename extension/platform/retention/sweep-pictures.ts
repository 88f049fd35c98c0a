import type { Released } from '#shared/history/picture-facts.ts';
import { sweepPictures as sweep } from '#shared/web/retention/sweep-pictures.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { namedElsewhere } from './named-elsewhere.ts';

/** Deletes the pictures that nothing of the extension names. */
export function sweepPictures(opening: Promise<Database>, released: Released = new Map()): Promise<void> {
  return sweep(opening, { released, namedElsewhere });
}
