import { useEffect, useRef, useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';

/**
 * A sentence for screen readers when jobs end. The progress of every card would drown it, so only what was
 * running before and no longer is gets announced.
 */
export function useEndedJobs(jobs: readonly Job[]): string {
  const running = useRef<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');
  useEffect(() => {
    const ended = jobs.filter(({ id }) => running.current.has(id)).flatMap(endWords);
    running.current = new Set(jobs.filter((job) => endWords(job).length === 0).map(({ id }) => id));
    if (ended.length > 0) setNews(ended.join(' '));
  }, [jobs]);
  return news;
}

function endWords(job: Job): string[] {
  const { name } = job.stage;
  const isEnded = name === 'done' || name === 'failed' || name === 'cancelled';
  return isEnded ? [panelWords.jobs.ended[name](titleOf(job))] : [];
}
