import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { StudioFiles } from '../studio-routes/studio-files.ts';

/** Beside the relay that was built as one file; else where the build puts it in the repository. */
const places = ['./studio/', '../../dist/relay/studio/'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** The built web app on the disk; asked each time, so that it may be built while the relay runs. */
export function studioFilesIn(folders: readonly string[] = places): StudioFiles {
  return async (path) => {
    const folder = folders.find((each) => existsSync(`${each}index.html`));
    return folder === undefined ? null : readFile(folder + path).then(bytesOf, () => null);
  };
}

function bytesOf(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
