/** Drawing programs write some ten, of an address each. */
const mostEntities = 1_000;
/** What is put in for references comes to no more than this. */
const mostLetters = 4_000_000;
/** Of the other kinds, `%` ones write declarations, and those with a `&#` can write anything. */
const declaration = /<!ENTITY\s+(%\s+)?([^\s"'>]+)\s+(?:"([^"]*)"|'([^']*)'|)/g;
const reference = /&([^;&\s#]{1,100});/g;
const character = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The text of an XML file with its own entities put in for their references, as a browser reads it; `null` where
 * there would be no end of them: ten of ten each, nine times over, are gigabytes.
 * https://www.w3.org/TR/xml/#sec-entity-decl
 */
export function withEntities(text: string): string | null {
  if (!text.includes('<!ENTITY')) return text;
  const values = new Map<string, string>();
  for (const [, isParameter, name = '', double, single] of text.matchAll(declaration)) {
    const value = double ?? single ?? '';
    if (isParameter || value.includes('&#') || values.size >= mostEntities) return null;
    // The first declaration of a name holds.
    if (!values.has(name)) values.set(name, value);
  }
  const lengths = lengthsOf(values);
  let letters = 0;
  for (const [, name = ''] of text.matchAll(reference)) letters += lengths(name);
  if (letters > mostLetters) return null;
  return text.replace(reference, (written, name) => (values.has(name) ? fullValue(name, values) : written));
}

/** Letters of text for references to characters, as an attribute's value has them. */
export function withCharacters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(character, (written, decimal, hexadecimal, name: string | undefined) => {
    if (name) return named[name.toLowerCase()] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : written;
  });
}

/** How long each entity is with those in it put in. What holds itself has no end. */
function lengthsOf(values: ReadonlyMap<string, string>): (name: string) => number {
  const known = new Map<string, number>();
  const lengthOf = (name: string): number => {
    const before = known.get(name);
    const value = values.get(name);
    if (before !== undefined || value === undefined) return before ?? 0;
    known.set(name, Number.POSITIVE_INFINITY);
    let length = value.length;
    for (const [, inner = ''] of value.matchAll(reference)) length += lengthOf(inner);
    known.set(name, length);
    return length;
  };
  return lengthOf;
}

function fullValue(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name) ?? '';
  return value.replace(reference, (written, inner) =>
    values.has(inner) ? fullValue(inner, values) : written,
  );
}
