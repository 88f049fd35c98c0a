/** What was picked, as the picker tells it in the frame's address. */
export type Choice = {
  jobIds: readonly string[];
  frameId: number;
  /** Of the one picture; empty for several. */
  label: string;
  size: string;
};

/** The choice a frame was opened for; `null` for one that shows a job. */
export function choiceOf(hash: string): Choice | null {
  const facts = new URLSearchParams(hash);
  const jobIds = (facts.get('jobs') ?? '').split(',').filter(Boolean);
  if (!facts.has('choice') || jobIds.length === 0) return null;
  return {
    jobIds,
    frameId: Number(facts.get('frame')),
    label: facts.get('label') ?? '',
    size: facts.get('size') ?? '',
  };
}
