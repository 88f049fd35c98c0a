/** What a part of the tests came to. `output` is for people, and shown where something failed. */
export type Outcome = { passed: number; failed: number; skipped: number; output: string };

export type Conditions = {
  /** Ends the part when its group has used twice its budget, or the person presses Ctrl-C. */
  signal: AbortSignal;
  /** What property tests start from, so that a failure can be repeated. */
  seed: number;
};

export type Part = { name: string; run(conditions: Conditions): Promise<Outcome> };

export function sum(outcomes: readonly Outcome[]): Outcome {
  const total = (pick: (outcome: Outcome) => number) => outcomes.reduce((so, one) => so + pick(one), 0);
  return {
    passed: total(({ passed }) => passed),
    failed: total(({ failed }) => failed),
    skipped: total(({ skipped }) => skipped),
    output: outcomes.map(({ output }) => output).join(''),
  };
}
