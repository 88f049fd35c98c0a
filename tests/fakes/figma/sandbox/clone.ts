/** A message as it crosses: JSON in which bytes are stood for by their place in a list. */
export type Crossing = { json: string; buffers: ArrayBuffer[] };

const mark = '$bytes';

/**
 * What Figma's `postMessage` lets through: JSON-like values, dates and `Uint8Array`. Everything else
 * throws, so that no test passes on something the real one would lose.
 */
export function toCrossing(value: unknown): Crossing {
  const buffers: ArrayBuffer[] = [];
  const plain = (part: unknown): unknown => {
    if (part instanceof Uint8Array) return { [mark]: buffers.push(part.slice().buffer) - 1 };
    if (Array.isArray(part)) return part.map(plain);
    if (part === null || typeof part !== 'object') return scalar(part);
    if (part instanceof Date) return { $date: part.getTime() };
    const prototype = Object.getPrototypeOf(part);
    if (prototype !== Object.prototype && prototype !== null) throw refused(part);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, plain(inner)]));
  };
  return { json: JSON.stringify(plain(value)) ?? 'null', buffers };
}

export function fromCrossing({ json, buffers }: Crossing): unknown {
  return JSON.parse(json, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    const { [mark]: index, $date: time } = part as Record<string, unknown>;
    if (typeof time === 'number') return new Date(time);
    return typeof index === 'number' ? new Uint8Array(buffers[index] ?? new ArrayBuffer(0)) : part;
  });
}

function scalar(part: unknown): unknown {
  if (typeof part === 'function' || typeof part === 'symbol' || typeof part === 'bigint') throw refused(part);
  return part;
}

function refused(part: unknown): Error {
  return new Error(`in postMessage: Cannot unwrap ${Object.prototype.toString.call(part)}`);
}
