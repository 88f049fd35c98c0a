import { latin1 } from '#shared/images/latin1.ts';
import { withCharacters, withEntities } from '#shared/images/xml-entities.ts';

const pieceBytes = 16_384;
const tagBegin = /<(\/?)([\w:.-]+)/g;
/** One attribute after the other, and then the end: a single expression for all would run out of stack. */
const attribute = /([^"'<>]*)(?:"([^"]*)"|'([^']*)'|(>))/y;
/** What begins a stretch in which nothing is an element, and what ends it. */
const stretches = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' } as const;
const stretchBegin = /<!--|<!\[CDATA\[|<\?/g;

/** An element with an id, or the root: what it holds itself, and the ids of what it holds or uses beside that. */
type Part = { count: number; ids: string[] };

/**
 * How many elements an SVG has a browser draw: `use` draws what it names once more, and ten groups that each use
 * the one before ten times draw ten thousand million. Without end where entities do the same with its text.
 * https://www.w3.org/TR/SVG2/struct.html#UseElement
 */
export function drawingWeight(svg: Uint8Array): number {
  const text = withEntities(textOf(svg));
  if (text === null) return Number.POSITIVE_INFINITY;
  if (!/<(?:[\w.-]+:)?use\b/.test(text)) return 0;
  return weightOf('', partsOf(withoutStretches(text)));
}

/** Looks for each end once: where one stretch never ends, nothing after it is looked through again. */
function withoutStretches(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  stretchBegin.lastIndex = 0;
  for (let begin = stretchBegin.exec(text); begin; begin = stretchBegin.exec(text)) {
    const mark = begin[0] as keyof typeof stretches;
    const end = text.indexOf(stretches[mark], stretchBegin.lastIndex);
    if (end === -1) break;
    pieces.push(text.slice(from, begin.index));
    from = end + stretches[mark].length;
    stretchBegin.lastIndex = from;
  }
  return pieces.join('') + text.slice(from);
}

function partsOf(text: string): Map<string, Part> {
  const root: Part = { count: 0, ids: [] };
  const parts = new Map([['', root]]);
  const open: Part[] = [];
  for (const { isEnd, name, isEmpty, ownId, usedId } of tagsIn(text)) {
    if (isEnd) {
      open.pop();
      continue;
    }
    const around = open.at(-1) ?? root;
    const part = partOf(ownId, around, parts);
    part.count += 1;
    if (/(?:^|:)use$/.test(name) && usedId !== null) part.ids.push(usedId);
    if (!isEmpty) open.push(part);
  }
  return parts;
}

type Tag = {
  isEnd: boolean;
  name: string;
  isEmpty: boolean;
  ownId: string | null;
  usedId: string | null;
};

function* tagsIn(text: string): Generator<Tag> {
  tagBegin.lastIndex = 0;
  for (let begin = tagBegin.exec(text); begin; begin = tagBegin.exec(text)) {
    const [, slash, name = ''] = begin;
    attribute.lastIndex = tagBegin.lastIndex;
    const tag = { isEnd: slash === '/', name, ...restOfTag(text) };
    if (tag.isEmpty === null) continue;
    tagBegin.lastIndex = attribute.lastIndex;
    yield { ...tag, isEmpty: tag.isEmpty };
  }
}

/** What follows a tag's name; `isEmpty` is `null` where the tag does not end. */
function restOfTag(text: string): Pick<Tag, 'ownId' | 'usedId'> & { isEmpty: boolean | null } {
  const ids: Pick<Tag, 'ownId' | 'usedId'> = { ownId: null, usedId: null };
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [, before = '', double, single, end] = found;
    if (end) return { ...ids, isEmpty: before.endsWith('/') };
    const name = before.replace('=', '').trim();
    const value = withCharacters(double ?? single ?? '');
    if (name === 'id') ids.ownId = value;
    if (/(?:^|:)href$/.test(name) && value.startsWith('#')) ids.usedId = value.slice(1);
  }
  return { ...ids, isEmpty: null };
}

/** The part that an element begins; without an id of its own it belongs to the one around. */
function partOf(id: string | null, around: Part, parts: Map<string, Part>): Part {
  if (!id || parts.has(id)) return around;
  const part: Part = { count: 0, ids: [] };
  parts.set(id, part);
  around.ids.push(id);
  return part;
}

/** A part being weighed: what it weighs so far, and what is still to be added. */
type Visit = { id: string; weight: number; ids: Iterator<string> };

/** What uses itself is not drawn a second time. Goes down by a list of its own: a file may nest as deep as it likes. */
function weightOf(rootId: string, parts: ReadonlyMap<string, Part>): number {
  const known = new Map<string, number>();
  const begin = (id: string): Visit => {
    known.set(id, 0);
    const { count, ids } = parts.get(id) ?? { count: 0, ids: [] };
    return { id, weight: count, ids: ids.values() };
  };
  const visits = [begin(rootId)];
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const next = visit.ids.next();
    const weight = next.done ? undefined : known.get(next.value);
    if (weight !== undefined) visit.weight += weight;
    else if (!next.done) visits.push(begin(next.value));
    else {
      known.set(visit.id, visit.weight);
      visits.pop();
      const around = visits.at(-1);
      if (around) around.weight += visit.weight;
    }
  }
  return known.get(rootId) ?? 0;
}

function textOf(bytes: Uint8Array): string {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    latin1(bytes, index * pieceBytes, pieceBytes),
  );
  return pieces.join('');
}
