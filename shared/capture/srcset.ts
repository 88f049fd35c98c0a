/** One picture of a `srcset`, as written. */
export type SrcsetEntry = {
  url: string;
  /** How wide the file is said to be, in pixels; `null` where its density is said instead. */
  widthPx: number | null;
  /** Pixels of the file for each CSS pixel; 1 where nothing is said. */
  density: number;
};

/**
 * The entries of a `srcset` in its own order; ones that a browser would drop are left out.
 * https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function parseSrcset(text: string): SrcsetEntry[] {
  const entries: SrcsetEntry[] = [];
  let rest = text;
  while (rest !== '') {
    const [, url = '', after = ''] = /^[\s,]*(\S*)([\s\S]*)$/.exec(rest) ?? [];
    if (url === '') break;
    // An address that ends in commas has no descriptor; commas inside it are its own, as in `data:`.
    const hasDescriptor = !url.endsWith(',');
    const descriptor = hasDescriptor ? upToComma(after) : '';
    const entry = entryOf(url.replace(/,+$/, ''), descriptor.trim());
    if (entry) entries.push(entry);
    rest = hasDescriptor ? after.slice(descriptor.length + 1) : after;
  }
  return entries;
}

/** Descriptors may hold commas in parentheses, of versions of the standard to come. */
function upToComma(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === ',' && depth <= 0) return text.slice(0, i);
  }
  return text;
}

function entryOf(url: string, descriptors: string): SrcsetEntry | null {
  let [widthPx, density]: [number | null, number] = [null, 1];
  for (const each of descriptors.split(/\s+/).filter(Boolean)) {
    const [, number = '', unit] = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)([wxh])$/i.exec(each) ?? [];
    if (!unit) return null;
    if (unit === 'w') widthPx = Number(number);
    if (unit === 'x') density = Number(number);
  }
  return widthPx === 0 ? null : { url, widthPx, density };
}

/** The entry with the most pixels; `null` where there is none. Widths and densities are never mixed. */
export function largestOf(entries: readonly SrcsetEntry[]): SrcsetEntry | null {
  const size = ({ widthPx, density }: SrcsetEntry) => widthPx ?? density;
  return [...entries].sort((a, b) => size(b) - size(a))[0] ?? null;
}
