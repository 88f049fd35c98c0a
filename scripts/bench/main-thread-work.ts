import type { CDPSession, Page } from 'playwright-core';
import { frameMark } from './scrolling.ts';

type TraceEvent = { name: string; ph: string; pid: number; tid: number; ts: number; tdur?: number };

/**
 * How long the page's main thread worked in each frame while something was done, in milliseconds of the
 * processor's time: scripts, styles, layout, painting, and the collecting of garbage. What other programs of a busy
 * machine take in between is not in it, and neither is decoding and drawing, which other threads do.
 */
export async function mainThreadWork(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    // One by one: a trace has more of them than a call takes arguments.
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  await act();
  await endOf(session);
  await session.detach();
  return workOf(events);
}

async function endOf(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

/** A frame is from one mark to the next, on the thread that sets them. */
function workOf(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name }) => name === frameMark).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  if (!first) return [];
  const isSameThread = ({ pid, tid }: TraceEvent) => pid === first.pid && tid === first.tid;
  const workMs = marks.map(() => 0);
  for (const event of events) {
    if (event.name !== 'ThreadControllerImpl::RunTask' || !isSameThread(event)) continue;
    // A task is of the frame that it begins in: the one that a mark is set in began with the frame before it.
    const at = marks.findIndex(({ ts }) => event.ts < ts);
    if (at > 0) workMs[at] = (workMs[at] ?? 0) + (event.tdur ?? 0) / 1_000;
  }
  return workMs.slice(1);
}
