import { engineNouns } from '#shared/i18n/en/engines.ts';
import { handoverWords as words } from '#shared/i18n/en/failover.ts';
import type { Job } from '#shared/jobs/job.ts';

/** Who makes or made a picture in whose place, and why; `null` where the first engine had it all along. */
export function describeHandover({ handovers = [], recipe, stage }: Job): string | null {
  const last = handovers.at(-1);
  if (!last) return null;
  const whyOf = words.why[last.error.code] ?? words.otherwise;
  const why = whyOf(engineNouns[last.from]);
  const maker = words.makers[recipe.engine];
  const said = last.isAutomatic
    ? (stage.name === 'done' ? words.made : words.makes)(why, maker)
    : words.chosen(why, maker);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
