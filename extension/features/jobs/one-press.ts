import { systemClock } from '#shared/platform.ts';

/** A second press this soon is the same press. */
const onePressMs = 1_500;

/** Answers the same question, asked again within a moment, by what the first one came to. */
export function createOnePress<Q, A>() {
  let last: { text: string; atMs: number; answer: Promise<A> } | null = null;
  return (question: Q, act: (question: Q) => Promise<A>): Promise<A> => {
    const text = JSON.stringify(question);
    const nowMs = systemClock.monotonicMs();
    if (last?.text === text && nowMs - last.atMs < onePressMs) return last.answer;
    last = { text, atMs: nowMs, answer: act(question) };
    return last.answer;
  };
}
