import fc from 'fast-check';

/** What a broken server or a proxy makes of an answer. */
export type Mutation = (answer: unknown) => string;

/** Values that have broken programs before. */
const odd: readonly unknown[] = [
  null,
  [],
  {},
  '',
  '\0',
  -1,
  1e308,
  2 ** 53,
  '__proto__',
  [[[[[[]]]]]],
  [null],
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  'a'.repeat(10_000),
  'https://[',
  'javascript:alert(1)',
  '../../etc/passwd',
  '0000-00-00T99:99:99Z',
];

const values = fc.oneof(fc.jsonValue(), fc.constantFrom(...odd));
const texts = fc.oneof(fc.json(), fc.string(), fc.constant('<!doctype html><title>Sign in</title>'));

/** Cut short, sprinkled with rubbish, another value in a place, a key too few, or something else altogether. */
export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat().map((at) => (answer: unknown) => cutAt(answer, at).before),
  fc.tuple(fc.nat(), fc.string({ maxLength: 12 })).map(([at, rubbish]) => (answer: unknown) => {
    const { before, after } = cutAt(answer, at);
    return before + rubbish + after;
  }),
  fc.tuple(fc.nat(), values).map(([at, value]) => (answer: unknown) => {
    return changed(answer, at, ({ holder, key }) => Object.assign(holder, { [key]: value }));
  }),
  fc.nat().map((at) => (answer: unknown) => {
    return changed(answer, at, ({ holder, key }) => Reflect.deleteProperty(holder, key));
  }),
  texts.map((text) => () => text),
);

function cutAt(answer: unknown, at: number): { before: string; after: string } {
  const text = JSON.stringify(answer);
  const spot = at % (text.length + 1);
  return { before: text.slice(0, spot), after: text.slice(spot) };
}

type Place = { holder: Record<string, unknown>; key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** The answer with a change in one place, at whatever depth. */
function changed(answer: unknown, at: number, change: (place: Place) => void): string {
  const copy = structuredClone(answer);
  const places = placesIn(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place) change(place);
  return JSON.stringify(copy);
}
