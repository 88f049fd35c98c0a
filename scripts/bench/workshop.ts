import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePhotographs, type Photograph } from './photographs.ts';

/** What several figures need, made when first asked for. */
export type Workshop = {
  /** A folder of ours that is gone afterwards. */
  folder: string;
  photographs(): Promise<readonly Photograph[]>;
  close(): Promise<void>;
};

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'restyle-bench-'));
  let photographs: Promise<readonly Photograph[]> | null = null;
  return {
    folder,
    photographs() {
      photographs ??= makePhotographs(folder);
      return photographs;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
