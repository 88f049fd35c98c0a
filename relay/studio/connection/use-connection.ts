import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { systemClock } from '#shared/platform.ts';
import type { Services } from '../platform/services.ts';
import { freshMs, type Offered } from './connections.ts';

/** The workflow in use and the others, from the last visit at first; `null` until anything is known of them. */
export function useConnection({ connections }: Services) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);

  const look = useCallback(async () => {
    setProblem(null);
    await connections.look().then(setOffered, (error: unknown) => setProblem(toErrorData(error)));
  }, [connections]);

  useEffect(() => {
    void connections.load().then((known) => {
      if (known.chosen) setOffered(known);
      if (systemClock.nowMs() - known.listedAtMs > freshMs) void look();
    });
  }, [connections, look]);

  const choose = (deploymentId: string) => void connections.choose(deploymentId).then(setOffered);
  /** What helps with an error of somebody's rights: to sign in, or to see what they may use by now. */
  const settle = (error: ErrorData | null) =>
    error?.code === 'unauthorized' ? location.reload() : void look();
  return { offered, problem, settle, choose };
}
