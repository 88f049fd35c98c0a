/** Tells how long the fake itself has worked, so that it can be taken out of the plugin's time. */
export type Stopwatch = {
  /** `api` as it is, but every look at it and every call of it is timed. */
  watched<T extends object>(api: T): T;
  /** Does something for Figma, and not for the plugin. */
  asFigma<T>(act: () => T): T;
  figmaMs(): number;
  /** How often it was looked at: each look costs time that is nobody's but the watch's. */
  looks(): number;
};

/** `nowMs` comes from the host: the sandbox has no clock fine enough. */
export function createStopwatch(nowMs: () => number): Stopwatch {
  const watches = new WeakMap<object, object>();
  const originals = new WeakMap<object, object>();
  let depth = 0;
  let totalMs = 0;
  let looks = 0;

  function asFigma<T>(act: () => T): T {
    if (depth === 0) looks += 1;
    const startMs = depth === 0 ? nowMs() : 0;
    depth += 1;
    try {
      return act();
    } finally {
      depth -= 1;
      if (depth === 0) totalMs += nowMs() - startMs;
    }
  }

  const isWatchable = (part: unknown): part is object =>
    (typeof part === 'object' && part !== null && !isPlain(part)) || typeof part === 'function';

  /** What the fake gives the plugin. Lists are copied: a frozen one shows nothing but what it holds. */
  function given(part: unknown): unknown {
    if (part instanceof Promise) return part.then(given);
    if (Array.isArray(part)) return part.some(isWatchable) ? Object.freeze(part.map(given)) : part;
    return isWatchable(part) ? watched(part) : part;
  }

  /** What the plugin gives the fake: its own functions as they are, the fake's things unwatched. */
  function taken(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(taken);
    return typeof part === 'object' && part !== null ? (originals.get(part) ?? part) : part;
  }

  function watched<T extends object>(api: T): T {
    const known = watches.get(api);
    if (known) return known as T;
    const watch = new Proxy(api, {
      get: (target, name) => asFigma(() => given(Reflect.get(target, name))),
      has: (target, name) => asFigma(() => Reflect.has(target, name)),
      set: (target, name, value) => asFigma(() => Reflect.set(target, name, taken(value))),
      apply: (target, self, values) =>
        asFigma(() => given(Reflect.apply(target as never, taken(self), values.map(taken)))),
    });
    watches.set(api, watch);
    originals.set(watch, api);
    return watch;
  }

  return { watched, asFigma, figmaMs: () => totalMs, looks: () => looks };
}

/** Data that the plugin may do with as it likes: there is nothing of Figma behind it. */
function isPlain(part: object): boolean {
  return part instanceof Uint8Array || Object.isFrozen(part) || isPaintOrBox(part);
}

function isPaintOrBox(part: object): boolean {
  return Object.values(part).every((inner) => typeof inner !== 'function') && !('id' in part);
}
