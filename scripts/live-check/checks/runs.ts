import { toEngineRun } from '#shared/engines/comfydeploy/run.ts';
import { logLinesSchema, runListSchema, runSchema } from '#shared/engines/comfydeploy/wire.ts';
import { type Check, good, note, open } from '../check.ts';

const none = 'Not known: the deployment has no run yet (--paid makes one).';

const list: Check = {
  question: 'Are runs listed, so that one whose answer is lost can be found?',
  async ask(context) {
    const path = `/deployment/${context.options.deploymentId}/runs?limit=60&offset=0`;
    const { data, serverNowMs } = await context.api.json(path, runListSchema);
    context.newestRunId = data.data[0]?.id ?? null;
    const clock =
      serverNowMs === null ? 'does not tell its time' : driftOf(serverNowMs - context.clock.nowMs());
    return good(`Yes, ${data.data.length} (60 at most); the server ${clock}.`);
  },
};

function driftOf(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  if (seconds <= 5) return 'has the same time as this computer';
  return `is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this computer, which Restyle allows for`;
}

const oneRun: Check = {
  question: 'Is a run told in the form we know?',
  async ask(context) {
    if (!context.newestRunId) return open(none);
    const { data } = await context.api.json(`/run/${context.newestRunId}?queue_position=true`, runSchema);
    const run = toEngineRun(data, null);
    context.resultUrl = run.output?.url ?? null;
    const took = run.runSeconds === null ? '' : `, ${run.runSeconds.toFixed(1)} s on ${run.gpu ?? 'its GPU'}`;
    const told = `The newest is "${data.status}"${took}, with ${Object.keys(run.inputs).length} recorded inputs.`;
    const isFraction = (run.progressRatio ?? 0) <= 1;
    return isFraction ? good(told) : note(`${told} Progress is no longer a fraction: ${run.progressRatio}.`);
  },
};

const logs: Check = {
  question: 'Can the reason of a failure be read?',
  async ask({ api, newestRunId }) {
    if (!newestRunId) return open(none);
    const { data } = await api.json(`/v2/clickhouse-run-logs/${newestRunId}`, logLinesSchema);
    if (data.length > 0) return good(`Yes: the newest run has ${data.length} log entries.`);
    return note('The route answers, without entries: they are kept for 30 days.');
  },
};

export const runChecks: readonly Check[] = [list, oneRun, logs];
