import type { Use } from '#shared/history/entry.ts';
import { type FileKind, resultFile } from '#shared/history/result-file.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import type { Job } from '#shared/jobs/job.ts';
import { copyPicture } from '#shared/web/copy-picture.ts';
import { saveFile } from '#shared/web/save-file.ts';
import { shareFiles } from '#shared/web/share-files.ts';
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
      const sharing = await shareFiles([await resultFile(job, blobs, 'noted')]);
      if (sharing === 'unpressed') return sharingWords.pressAgain;
      if (sharing === 'dismissed') return null;
      void noteUse('downloaded');
      return sharingWords.shared;
    },
  };
}
