import type { Clock } from '#shared/ports.ts';
import type { LiveCheckOptions } from './arguments.ts';
import { ask, type Check, createContext, type Finding } from './check.ts';
import { accessChecks } from './checks/access.ts';
import { accountChecks } from './checks/account.ts';
import { browserChecks } from './checks/browsers.ts';
import { paidChecks } from './checks/paid-run.ts';
import { runChecks } from './checks/runs.ts';
import { closingChecks, serviceChecks } from './checks/service.ts';

/** What no read can tell, and one run neither. */
export const leftOpen: readonly string[] = [
  'How large an upload a proxy in front of the service lets through: only a large upload shows it.',
  'How long /sync and /stream requests may last: Restyle uses neither.',
  'The exact version the service runs: it does not say.',
];

function checksFor({ paid }: LiveCheckOptions): readonly Check[] {
  return [
    ...serviceChecks,
    ...accessChecks,
    ...(paid ? paidChecks : []),
    ...runChecks,
    ...accountChecks,
    ...browserChecks,
    ...closingChecks,
  ];
}

/** Asks every question in turn, telling each finding as soon as it is there. */
export async function liveCheck(
  options: LiveCheckOptions,
  onFinding: (finding: Finding) => void,
  clock?: Clock,
): Promise<Finding[]> {
  const context = createContext(options, clock);
  const findings: Finding[] = [];
  for (const check of checksFor(options)) {
    const finding = await ask(check, context);
    onFinding(finding);
    findings.push(finding);
  }
  return findings;
}
