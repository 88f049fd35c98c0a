import type { Job } from '#shared/jobs/job.ts';
import type { readBlob, readJobs } from '../product/stored-jobs.ts';
import type { Mode } from './outcome.ts';

/** A browser with the extension in it, as far as going through the corpus needs one. */
export type Tester = {
  mode: Mode;
  /** One of the extension's own pages, to read its stores. */
  window: Parameters<typeof readJobs>[0] & Parameters<typeof readBlob>[0];
  /** Opens a page, and waits for what it says of itself to be true. */
  open(url: string, isReady?: string): Promise<CorpusPage>;
  close(): Promise<void>;
};

/** What a person does on a page of the corpus. */
export type CorpusPage = {
  /** A right-click and the first preset; rejects where the browser's menu has none there. */
  chooseInMenu(css: string): Promise<void>;
  openPicker(css: string): Promise<void>;
  isPickerOpen(): Promise<boolean>;
  /** Takes what the picker outlines, and the first preset. */
  takeGuess(): Promise<void>;
  /** Allows the host that a job was refused for, and waits until the job goes on; false where none was asked for. */
  allowHost(job: Job): Promise<boolean>;
  close(): Promise<void>;
};

export const everySite = ['https://*/*', 'http://*/*'];
/** How long a submenu is waited for that may not be there at all. */
export const menuPatienceMs = 1_500;
