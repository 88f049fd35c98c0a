import { useEffect, useState } from 'preact/hooks';
import type { Job } from '#shared/jobs/job.ts';
import { ask } from '../../messaging.ts';

const lookEveryMs = 1_000;

/** An object URL of what a running job's picture looks like so far, `null` where nobody shows it. */
export function usePreviewUrl({ id, stage }: Job): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const isRunning = stage.name === 'running' && stage.progress.state === 'running';

  useEffect(() => {
    if (!isRunning) return;
    let made: string | null = null;
    let newerThanMs = 0;
    let isShown = true;
    const show = (next: string | null) => {
      if (made) URL.revokeObjectURL(made);
      made = next;
      setUrl(next);
    };
    const look = async () => {
      const preview = await ask('jobs.readPreview', { jobId: id, newerThanMs }).catch(() => null);
      const picture = preview && (await (await fetch(preview.dataUrl)).blob());
      if (!picture || !isShown || preview.shownAtMs <= newerThanMs) return;
      newerThanMs = preview.shownAtMs;
      show(URL.createObjectURL(picture));
    };
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => {
      isShown = false;
      clearInterval(timer);
      show(null);
    };
  }, [id, isRunning]);

  return url;
}
