import { setTimeout as wait } from 'node:timers/promises';
import { progressOf } from './progress.ts';
import { type Run, statusOf } from './run.ts';
import { type OutputPlace, viewOutputs } from './run-view.ts';

const pausesMs = [0, 500, 1000];

function webhookBody(run: Run, place: OutputPlace, eventType: 'run.updated' | 'run.output') {
  const { progress, liveStatus } = progressOf(run, place.nowMs);
  return {
    event_type: eventType,
    status: statusOf(run),
    live_status: liveStatus,
    progress,
    run_id: run.id,
    outputs: viewOutputs(run, place),
  };
}

async function deliver(url: string, body: unknown, signal: AbortSignal): Promise<void> {
  for (const [attempt, pauseMs] of pausesMs.entries()) {
    await wait(pauseMs, undefined, { signal });
    // The vendor's retry forgets the method, so that second and third tries arrive as GET.
    const init =
      attempt === 0
        ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : { method: 'GET' };
    const response = await fetch(url, { ...init, signal }).catch(() => null);
    if (response?.ok) return;
  }
}

/** Tells the run's webhook of a change: unsigned, at most three tries, nobody waits for it. */
export function notify(run: Run, place: OutputPlace, signal: AbortSignal): void {
  // The API takes any text for a URL; one that is none is never called.
  if (run.webhook === null || !URL.canParse(run.webhook)) return;
  const wantsOutputs = new URL(run.webhook).searchParams.get('target_events')?.includes('run.output');
  const events =
    run.ending === 'success' && wantsOutputs
      ? (['run.output', 'run.updated'] as const)
      : (['run.updated'] as const);
  for (const event of events) {
    deliver(run.webhook, webhookBody(run, place, event), signal).catch(() => undefined);
  }
}
