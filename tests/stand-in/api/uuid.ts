import type { Complaint, Parsed } from './validation.ts';

const groupLengths = [8, 4, 4, 4, 12] as const;

function flawOf(text: string): string | null {
  const odd = [...text].findIndex((character) => !/[0-9a-fA-F-]/.test(character));
  if (odd >= 0) {
    const expected = 'expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-]';
    return `invalid character: ${expected}, found \`${[...text][odd]}\` at ${odd + 1}`;
  }
  const groups = text.split('-');
  if (groups.length === 1) {
    return text.length === 32
      ? null
      : `invalid length: expected length 32 for simple format, found ${text.length}`;
  }
  if (groups.length !== 5) return `invalid group count: expected 5, found ${groups.length}`;
  const wrong = groups.findIndex((group, index) => group.length !== groupLengths[index]);
  if (wrong < 0) return null;
  return `invalid group length in group ${wrong}: expected ${groupLengths[wrong]}, found ${groups[wrong]?.length}`;
}

/** A UUID in its usual spelling, or what Pydantic says of one that is none. */
export function parseUuid(value: unknown, loc: Complaint['loc']): Parsed<string> {
  if (typeof value !== 'string') {
    const msg = 'UUID input should be a string, bytes or UUID object';
    return { complaints: [{ type: 'uuid_type', loc, msg, input: value }] };
  }
  const error = flawOf(value);
  if (error !== null) {
    const msg = `Input should be a valid UUID, ${error}`;
    return { complaints: [{ type: 'uuid_parsing', loc, msg, input: value, ctx: { error } }] };
  }
  const plain = value.replaceAll('-', '').toLowerCase();
  return { value: plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}
