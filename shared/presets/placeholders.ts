/** A part of a preset's prompt that is filled in for each run. */
export type Placeholder = {
  /** As it stands in the braces. */
  name: string;
  /** What is sent where nothing is filled in; `''` where something has to be. */
  fallback: string;
};

/** What was filled in, by placeholder. */
export type Fills = Readonly<Record<string, string>>;

/** Longest text that is filled in, in characters. */
export const longestFill = 200;

/**
 * `{name}` or `{name: what is sent otherwise}`; other braces are left as they are, also those by which a
 * drawing's own words are asked for, `{layer:Headline}` and `{variable:City}`.
 */
const pattern =
  /\{(?!\s*(?:layer|variable)\s*:)\s*([\p{L}][^{}:\n]{0,39}?)\s*(?::\s*([^{}\n]{0,200}?)\s*)?\}/gu;

const alone = new RegExp(`^${pattern.source}$`, 'u');

/** The placeholders of a prompt in their order, each once. */
export function placeholdersOf(prompt: string): Placeholder[] {
  const found = [...prompt.matchAll(pattern)].map(([, name = '', fallback = '']) => ({ name, fallback }));
  return found.filter(({ name }, index) => found.findIndex((each) => each.name === name) === index);
}

/** A prompt with its placeholders filled in; one that has neither value nor fallback stays as it is written. */
export function fillIn(prompt: string, fills: Fills): string {
  const fallbacks = new Map(placeholdersOf(prompt).map(({ name, fallback }) => [name, fallback]));
  return prompt.replace(pattern, (written, name: string) => {
    return filledWith(fills, name) || fallbacks.get(name) || written;
  });
}

/**
 * A name may be that of something every object has. A placeholder itself is no value for it: it is what stands
 * in a prompt in which nothing was filled in.
 */
function filledWith(fills: Fills, name: string): string {
  const value = Object.hasOwn(fills, name) ? (fills[name] ?? '').trim() : '';
  return alone.exec(value)?.[1] === name ? '' : value;
}

/** Names of the placeholders that still have to be filled in. */
export function emptyIn(prompt: string, fills: Fills): string[] {
  const isEmpty = ({ name, fallback }: Placeholder) => !(filledWith(fills, name) || fallback);
  return placeholdersOf(prompt)
    .filter(isEmpty)
    .map(({ name }) => name);
}

/**
 * What a filled prompt had in its placeholders, less those that were left as they are written; `null` when it was
 * not made from this one. It looks for each literal part once, from the left, and makes sure in the end: no prompt
 * can keep it busy.
 */
export function readFills(prompt: string, filled: string): Fills | null {
  const [start = '', ...rest] = prompt.split(pattern);
  if (!filled.startsWith(start)) return null;
  const fills: Record<string, string> = {};
  let from = start.length;
  for (const [place, [written]] of [...prompt.matchAll(pattern)].entries()) {
    const [name = '', , literal = ''] = rest.slice(place * 3);
    const isLast = place * 3 + 3 >= rest.length;
    const left = written + literal;
    const isOpen = isLast ? filled.slice(from) === left : filled.startsWith(left, from);
    const end = isLast ? filled.length - literal.length : filled.indexOf(literal, from + 1);
    const to = isOpen ? from + written.length : end;
    if (to < 0) return null;
    if (!isOpen) fills[name] ??= filled.slice(from, to);
    from = to + literal.length;
  }
  return fillIn(prompt, fills) === filled ? fills : null;
}
