import type { GroupResult } from './run-group.ts';

/** `unit        12.3 s of  60 s   48 passed, 1 failed` */
export function groupLine({ name, seconds, budgetSeconds, passed, failed, skipped }: GroupResult): string {
  const time = `${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s of ${String(budgetSeconds).padStart(3)} s`;
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(seconds > budgetSeconds ? ['over budget'] : []),
  ];
  return `${time}   ${counts.join(', ')}`;
}

/** The lines of all groups again, and the sum alone on the last line. */
export function summary(results: readonly GroupResult[], setUpSeconds: number): string {
  const total = (pick: (result: GroupResult) => number) => results.reduce((so, one) => so + pick(one), 0);
  const seconds = total((result) => result.seconds);
  const budgetSeconds = total((result) => result.budgetSeconds);
  return [
    '',
    `set-up    ${setUpSeconds.toFixed(1).padStart(6)} s`,
    ...results.map(groupLine),
    `total     ${seconds.toFixed(1).padStart(6)} s of ${String(budgetSeconds).padStart(3)} s`,
    '',
    `${total(({ passed }) => passed)} passed, ${total(({ failed }) => failed)} failed`,
  ].join('\n');
}
