import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { type FurtherInput, furtherInputs } from '#shared/inputs/further-inputs.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { strengthRange } from '#shared/inputs/values.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { StrengthRange } from '#shared/ui/panel/draft.ts';
import type { GpuChoice } from '#shared/ui/panel/gpu-field.tsx';

export type RunOffer = {
  price: string | null;
  wait: string | null;
  strengthRange: StrengthRange | null;
  gpuChoices: readonly GpuChoice[];
  furtherInputs: readonly FurtherInput[];
};

const nothing: RunOffer = { price: null, wait: null, strengthRange: null, gpuChoices: [], furtherInputs: [] };

/** What a run would take and cost on the GPU asked for, and what of it can be chosen at all. */
export function runOffer(
  connection: Connection | null,
  jobs: readonly Job[],
  askedGpu: string | null = null,
): RunOffer {
  if (!connection) return nothing;
  const { description, prices } = connection;
  const gpu = description.gpu ?? askedGpu;
  const { seconds, costUsd } = estimateRun(jobs, prices[gpu ?? ''] ?? null, gpu);
  const range = strengthRange(description.inputs, rolesOf(description));
  return {
    price: costUsd === null ? null : popupWords.about(formatUsd(costUsd)),
    wait: popupWords.wait(Math.max(1, Math.round(seconds))),
    strengthRange: range && { ...range, safe: null },
    gpuChoices: gpuChoicesOf(connection),
    furtherInputs: furtherInputs(description),
  };
}

/** A deployment with a GPU of its own runs on that, whatever is asked for. */
function gpuChoicesOf({ engine, description, prices }: Connection): GpuChoice[] {
  if (engine !== 'comfydeploy' || description.gpu !== null) return [];
  return Object.entries(prices)
    .filter(([gpu]) => gpu !== 'CPU')
    .map(([gpu, usdPerSecond]) => ({ gpu, usdPerSecond }))
    .sort((one, other) => one.usdPerSecond - other.usdPerSecond);
}
