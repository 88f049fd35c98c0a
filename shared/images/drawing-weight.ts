import { latin1 } from '#shared/images/latin1.ts';

const pieceBytes = 16_384;
/** An end, a name, attributes, and whether it is empty. */
const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const comment = /<!--[\s\S]*?-->/g;

/** An element with an id, or the root: what it holds itself, and the ids of what it holds or uses beside that. */
type Part = { count: number; ids: string[] };

/**
 * How many elements an SVG has a browser draw: `use` draws what it names once more, and ten groups that each use
 * the one before ten times draw ten thousand million. https://www.w3.org/TR/SVG2/struct.html#UseElement
 */
export function drawingWeight(svg: Uint8Array): number {
  const text = textOf(svg);
  if (!/<(?:[\w.-]+:)?use\b/.test(text)) return 0;
  return weightOf('', partsOf(text.replace(comment, '')), new Map());
}

function partsOf(text: string): Map<string, Part> {
  const root: Part = { count: 0, ids: [] };
  const parts = new Map([['', root]]);
  const open: Part[] = [];
  for (const [, isEnd, name = '', attributes = '', isEmpty] of text.matchAll(tag)) {
    if (isEnd) {
      open.pop();
      continue;
    }
    const around = open.at(-1) ?? root;
    const part = partOf(attributes, around, parts);
    part.count += 1;
    if (/(?:^|:)use$/.test(name)) part.ids.push(...valueIn(attributes, usedId));
    if (!isEmpty) open.push(part);
  }
  return parts;
}

const ownId = /\sid\s*=\s*["']([^"']+)/;
const usedId = /href\s*=\s*["']#([^"']+)/;

function valueIn(attributes: string, pattern: RegExp): string[] {
  const value = pattern.exec(attributes)?.[1];
  return value === undefined ? [] : [value];
}

/** The part that an element begins; without an id of its own it belongs to the one around. */
function partOf(attributes: string, around: Part, parts: Map<string, Part>): Part {
  const [id] = valueIn(attributes, ownId);
  if (id === undefined || parts.has(id)) return around;
  const part: Part = { count: 0, ids: [] };
  parts.set(id, part);
  around.ids.push(id);
  return part;
}

/** What uses itself is not drawn a second time. */
function weightOf(id: string, parts: ReadonlyMap<string, Part>, known: Map<string, number>): number {
  const done = known.get(id);
  if (done !== undefined) return done;
  known.set(id, 0);
  const { count, ids } = parts.get(id) ?? { count: 0, ids: [] };
  const weight = ids.reduce((sum, each) => sum + weightOf(each, parts, known), count);
  known.set(id, weight);
  return weight;
}

function textOf(bytes: Uint8Array): string {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    latin1(bytes, index * pieceBytes, pieceBytes),
  );
  return pieces.join('');
}
