import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { Order } from '../jobs/layer-job.ts';
import type { Session } from '../session.ts';

/** `isAside`: it kept a file or a layer from something, not a batch from starting. */
export type Problem = { error: ErrorData; isAside: boolean };

/** Starting a batch: the route is asked once, so that one fault is not said for every layer. */
export function useBatch(session: Session) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isChecking, setIsChecking] = useState(false);

  const start = async (ordersWith: (connection: Connection | null) => readonly Order[]) => {
    setProblem(null);
    setIsChecking(true);
    try {
      await session.checkRoute();
      const connection = session.credentials.get()?.connection ?? null;
      session.jobs.start(ordersWith(connection));
    } catch (error) {
      setProblem({ error: toErrorData(error), isAside: false });
    } finally {
      setIsChecking(false);
    }
  };

  /** Whatever else is tried on the way: one fault after the other is told in the same place. */
  const attempt = (act: () => Promise<void>) => {
    setProblem(null);
    act().catch((error: unknown) => setProblem({ error: toErrorData(error), isAside: true }));
  };

  return { problem, isChecking, start, attempt, dismiss: () => setProblem(null) };
}
