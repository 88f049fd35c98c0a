import { toErrorData } from '#shared/errors/app-error.ts';
import { writeHandoffCode } from '#shared/handoff/handoff-code.ts';
import { handoffOf } from '#shared/handoff/handoff-of-job.ts';
import { handoffWords as words } from '#shared/i18n/en/handoff.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import { copyText } from '#shared/web/copy-text.ts';
import { ask } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

/**
 * Has a result wait for the paired plugin, where there is one, and copies it as text for any other; answers
 * what came of it as a sentence. To be called in the click itself: the clipboard is bound to it.
 */
export async function sendToFigma(job: Job, { blobs }: JobReader): Promise<string> {
  const code = handoffOf(job, { blobs, codec: createCanvasCodec() }).then(writeHandoffCode);
  const copying = copyText(code);
  const [isWaiting, isCopied] = await Promise.all([
    ask('pairing.send', { jobId: job.id }).catch(() => false),
    copying.then(
      () => true,
      () => false,
    ),
  ]);
  const problem = await code.then(
    () => null,
    (error: unknown) => errorWords(toErrorData(error)).title,
  );
  if (problem) return problem;
  if (isWaiting) return isCopied ? words.waiting : words.waitingOnly;
  return isCopied ? words.copied : words.refused;
}
