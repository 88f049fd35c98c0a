import { useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { Layer } from '../../bridge/layer.ts';
import { type LookDraft, recipeFrom, titleOf } from '../look/look-draft.ts';
import type { Session } from '../session.ts';

/** Starting a batch: the route is asked once, so that one fault is not said for every layer. */
export function useBatch(session: Session) {
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const [isChecking, setIsChecking] = useState(false);

  const start = async (layers: readonly Layer[], draft: LookDraft) => {
    setProblem(null);
    setIsChecking(true);
    try {
      await session.checkRoute();
      const connection = session.credentials.get()?.connection ?? null;
      session.jobs.start(layers, titleOf(draft), () => recipeFrom(draft, connection));
    } catch (error) {
      setProblem(toErrorData(error));
    } finally {
      setIsChecking(false);
    }
  };

  return { problem, isChecking, start };
}
