type Outside = { startTimer(id: number, delayMs: number): void; log(text: string): void };

/**
 * All that Figma's main thread has beside ECMAScript, by `@figma/plugin-typings`: no URL, no
 * TextEncoder, no AbortController, no crypto. `fetch` is there, and of no use to us.
 */
export function createFigmaGlobals(outside: Outside) {
  const timers = new Map<number, { act: () => void; everyMs: number | null }>();
  let lastId = 0;

  const start = (act: () => void, delayMs: number, everyMs: number | null) => {
    lastId += 1;
    timers.set(lastId, { act, everyMs });
    outside.startTimer(lastId, delayMs);
    return lastId;
  };
  const stop = (id: number) => void timers.delete(id);
  const write = (...parts: unknown[]) => outside.log(parts.map(String).join(' '));

  return {
    globals: {
      console: { log: write, error: write, info: write, warn: write, assert: () => {}, clear: () => {} },
      setTimeout: (act: () => void, delayMs = 0) => start(act, delayMs, null),
      setInterval: (act: () => void, delayMs = 0) => start(act, delayMs, delayMs),
      clearTimeout: stop,
      clearInterval: stop,
      fetch: () => Promise.reject({ message: 'The plugin’s main thread is not supposed to fetch' }),
    },
    ring(id: number): void {
      const timer = timers.get(id);
      if (!timer) return;
      if (timer.everyMs === null) timers.delete(id);
      else outside.startTimer(id, timer.everyMs);
      timer.act();
    },
    /** What the end of the plugin does. */
    stopTimers: () => timers.clear(),
  };
}
