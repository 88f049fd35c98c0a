import type { Use } from '#shared/history/entry.ts';
import { type FileKind, type ResultFile, resultFile } from '#shared/history/result-file.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { webAppWords } from '#shared/i18n/en/web-app.ts';
import type { Job } from '#shared/jobs/job.ts';
import { copyPicture } from '#shared/web/copy-picture.ts';
import { saveFile } from '#shared/web/save-file.ts';
import type { Services } from '../platform/services.ts';

/** Ways for a result to leave the page. Each answers what came of it, as a sentence. */
export function handOut(job: Job, { blobs, history, changes }: Services) {
  const noteUse = async (use: Use) => {
    const id = job.servedFrom?.jobId ?? job.id;
    await history.mark(id, ({ uses }) => ({ uses: [...new Set([...uses, use])] }));
    changes.tell();
  };
  return {
    async download(kind: FileKind): Promise<string> {
      const name = saveFile(await resultFile(job, blobs, kind));
      void noteUse('downloaded');
      return popupWords.saved(name);
    },
    async copy(): Promise<string> {
      await copyPicture(resultFile(job, blobs, 'noted'));
      void noteUse('copied');
      return popupWords.copied;
    },
    async share(): Promise<string | null> {
      await navigator.share({ files: [toFile(await resultFile(job, blobs, 'noted'))] });
      void noteUse('downloaded');
      return webAppWords.shared;
    },
  };
}

/** Whether this device hands pictures to its other apps. */
export function canShare(): boolean {
  const empty = toFile({ bytes: new Uint8Array(), mimeType: 'image/png', name: 'picture.png' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [empty] });
}

/** Whether the person only thought better of it. */
export function wasCalledOff(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function toFile({ bytes, mimeType, name }: ResultFile): File {
  return new File([bytes], name, { type: mimeType });
}
