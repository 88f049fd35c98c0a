import { engineNames, engineNouns } from '#shared/i18n/en/engines.ts';
import { handoverWords as words } from '#shared/i18n/en/failover.ts';
import type { Handover, Job } from '#shared/jobs/job.ts';

/** Who makes or made a picture in whose place, and why; `null` where the first engine had it all along. */
export function describeHandover({ handovers = [], recipe, stage }: Job): string | null {
  const last = handovers.at(-1);
  if (!last) return null;
  const why = whyOf(last);
  const maker = words.makers[recipe.engine];
  const said = last.isAutomatic
    ? (stage.name === 'done' ? words.made : words.makes)(why, maker)
    : words.chosen(why, maker);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The same in a few words, the maker first. */
export function describeHandoverShortly({ handovers = [], recipe }: Job): string | null {
  const last = handovers.at(-1);
  return last ? words.short(engineNames[recipe.engine], whyOf(last)) : null;
}

function whyOf({ error, from }: Handover): string {
  const say = words.why[error.code] ?? words.otherwise;
  return say(engineNouns[from]);
}
