import type { CDPSession } from 'playwright-core';
import { isStop, type TargetMessage, withTarget } from './target-session.ts';

type Evaluated = {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

/** Each evaluation has a session of its own, and asks one question in it. */
const questionId = 1;

/** Evaluates an expression in a target; rejects with what it throws, or when the target stops meanwhile. */
export function evaluateInTarget(
  browser: CDPSession,
  targetId: string,
  expression: string,
): Promise<unknown> {
  return withTarget(browser, targetId, async ({ send, next }) => {
    const answer = next((message) => message.id === questionId || isStop(message));
    const params = { expression, awaitPromise: true, returnByValue: true };
    await send({ id: questionId, method: 'Runtime.evaluate', params });
    return valueIn(await answer);
  });
}

function valueIn(message: TargetMessage): unknown {
  const { result, error } = message;
  if (isStop(message)) throw new Error('The target stopped before it answered.');
  if (error) throw new Error(error.message);
  const { result: found, exceptionDetails: thrown } = result as Evaluated;
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return found.value;
}
