import { useEffect, useRef, useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { JobView } from '#shared/ui/jobs/job-view.ts';

/**
 * A sentence for screen readers when jobs end. The progress of every card would drown it, so the
 * list announces only what was running before and no longer is.
 */
export function useEndedJobs(jobs: readonly JobView[]): string {
  const running = useRef<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');
  useEffect(() => {
    const ended = jobs.filter((job) => running.current.has(job.id)).flatMap(endWords);
    running.current = new Set(jobs.filter(({ state }) => state === 'running').map(({ id }) => id));
    if (ended.length > 0) setNews(ended.join(' '));
  }, [jobs]);
  return news;
}

function endWords({ state, title }: JobView): string[] {
  return state === 'running' ? [] : [panelWords.jobs.ended[state](title)];
}
