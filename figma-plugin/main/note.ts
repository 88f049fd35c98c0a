import type { Placing } from '../bridge/placing.ts';

/**
 * What a result remembers, in the file: never a key, an address or what it cost.
 * `before` are the fills that a layer had; `null` for a result that is a layer of its own.
 */
export type Note = {
  version: 1;
  sourceId: string;
  originalHash: string | null;
  /** Where the layer lay, in its parent's coordinates, when it was sent. */
  transform: Transform;
  before: { fills: readonly Paint[]; fillStyleId: string } | null;
  /** How it was made, as the panel wrote it; `null` where that was too long to be kept. */
  recipe: string | null;
};

const dataKey = 'restyle';
/** Figma keeps 100 kB an entry, its name with it. */
const mostBytes = 99_000;

/** `null` where nothing was made by us, or by a version that we do not know. */
export function readNote(node: SceneNode): Note | null {
  const text = node.getPluginData(dataKey);
  if (text === '') return null;
  try {
    const note = JSON.parse(text) as Note;
    return note.version === 1 ? note : null;
  } catch {
    return null;
  }
}

/**
 * Writes it down, with the buttons that Figma then shows beside the layer; without its recipe where only
 * that is too long, since the original and the way back matter more. Answers whether it fits.
 */
export function writeNote(node: SceneNode, note: Note): boolean {
  const whole = JSON.stringify(note);
  const isWhole = sizeBytes(whole) <= mostBytes;
  const text = isWhole ? whole : JSON.stringify({ ...note, recipe: null });
  if (sizeBytes(text) > mostBytes) return false;
  node.setPluginData(dataKey, text);
  node.setRelaunchData(isWhole ? { rerun: '', vary: '', revert: '' } : { revert: '' });
  return true;
}

export function forgetNote(node: SceneNode): void {
  node.setPluginData(dataKey, '');
  node.setRelaunchData({});
}

export function noteFrom(
  node: SceneNode,
  { recipe }: Pick<Placing, 'recipe'>,
  originalHash: string | null,
): Note {
  const transform = 'relativeTransform' in node ? node.relativeTransform : flat;
  return { version: 1, sourceId: node.id, originalHash, transform, before: null, recipe };
}

const flat: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];

/** At most: three bytes for whatever is not ASCII. There is no TextEncoder here, and a look at each letter is slow. */
function sizeBytes(text: string): number {
  return text.length + 2 * text.replace(/[ -~]+/g, '').length;
}
