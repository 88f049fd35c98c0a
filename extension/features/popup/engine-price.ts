import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { compareWords } from '#shared/i18n/en/compare.ts';
import type { Job } from '#shared/jobs/job.ts';

const words = compareWords.costs;

/** What a run with an engine will cost, in words: of most of them nobody can say a sum. */
export function engineCost(connection: Connection, jobs: readonly Job[]): string {
  switch (connection.engine) {
    case 'comfydeploy': {
      const own = jobs.filter(({ recipe }) => recipe.engine === connection.engine);
      const { costUsd } = estimateRun(own, connection.prices[connection.description.gpu ?? ''] ?? null);
      return costUsd === null ? words.unknown : words.about(formatUsd(costUsd));
    }
    case 'comfyui':
      return hostOf(connection.baseUrl).endsWith('comfy.org') ? words.cloud : words.own;
    case 'predictions':
      return words.server(hostOf(connection.baseUrl));
    case 'on-device':
      return words.here;
  }
}
