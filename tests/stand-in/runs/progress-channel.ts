import { createDeferred } from '../deferred.ts';
import { type Run, statusOf } from './run.ts';

type Listener = (run: Run) => void;

/** Who listens to the progress of runs. There is no replay. */
export type ProgressChannel = {
  publish(run: Run): void;
  /** Each change from now on, until the signal aborts. */
  changes(signal: AbortSignal): AsyncGenerator<{ run: Run; status: string }>;
};

export function createProgressChannel(): ProgressChannel {
  const listeners = new Set<Listener>();

  async function* changes(signal: AbortSignal): ReturnType<ProgressChannel['changes']> {
    const heard: { run: Run; status: string }[] = [];
    let news = createDeferred();
    const listener = (run: Run) => {
      heard.push({ run, status: statusOf(run) });
      news.resolve();
    };
    const stop = () => news.resolve();
    listeners.add(listener);
    signal.addEventListener('abort', stop, { once: true });
    try {
      while (!signal.aborted) {
        for (let next = heard.shift(); next; next = heard.shift()) yield next;
        await news.promise;
        news = createDeferred();
      }
    } finally {
      listeners.delete(listener);
      signal.removeEventListener('abort', stop);
    }
  }

  return {
    publish(run) {
      for (const listener of listeners) listener(run);
    },
    changes,
  };
}
