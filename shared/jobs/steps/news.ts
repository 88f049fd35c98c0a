import type { RunNews } from '#shared/engines/engine.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';

/** What has been heard of a run since its last look. */
export type Heard = {
  /** 0..1, `null` while nothing was said. */
  progressRatio: number | null;
  /** How often the run was said to have begun or ended. */
  turns: number;
};

/** Begun, and ended said in up to three ways: more is a server's fault, and no reason to look. */
const maxTurns = 4;
const shortestBetweenRecordsMs = 1_000;

/**
 * Does `work` and meanwhile lets the engine tell of the job's run, where it can. News shows progress and
 * previews sooner and brings the next look forward; nothing depends on it, so none of its faults is one
 * of the job's.
 */
export async function withNews(
  drive: Drive,
  deps: RunnerDeps,
  work: (heard: Readonly<Heard>) => Promise<void>,
): Promise<void> {
  const heard: Heard = { progressRatio: null, turns: 0 };
  const ending = new AbortController();
  const tell = createTeller(drive, deps, heard);
  const onNews = (news: RunNews) => {
    if (!ending.signal.aborted) tell(news);
  };
  try {
    const { engine } = await deps.workflow(drive.job);
    void engine.follow?.(drive.stage('running').runId, onNews, ending.signal).catch(() => {});
    await work(heard);
  } finally {
    ending.abort();
    deps.onPreview?.(drive.job.id, null);
  }
}

function createTeller(drive: Drive, deps: RunnerDeps, heard: Heard): (news: RunNews) => void {
  let recordedAtMs = Number.NEGATIVE_INFINITY;

  function tellProgress(ratio: number): void {
    heard.progressRatio = ratio;
    const { stage, trouble } = drive.job;
    const nowMs = deps.clock.nowMs();
    const isTimely = nowMs - recordedAtMs >= shortestBetweenRecordsMs;
    if (!isTimely || trouble || stage.name !== 'running' || stage.progress.state !== 'running') return;
    recordedAtMs = nowMs;
    const progress = { ...stage.progress, progressRatio: ratio };
    void drive.record({ type: 'progressed', progress }).catch(() => {});
  }

  return (news) => {
    if (news.kind === 'progress') tellProgress(news.ratio);
    else if (news.kind === 'preview') deps.onPreview?.(drive.job.id, news.picture);
    else if (heard.turns < maxTurns) {
      heard.turns += 1;
      drive.nudge();
    }
  };
}
