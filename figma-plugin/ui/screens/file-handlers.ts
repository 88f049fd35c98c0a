import type { Taken } from '../layers/drop-pictures.ts';
import type { Session } from '../session.ts';

/** Does it, and tells in the panel what goes wrong. */
type Attempt = (act: () => Promise<void>) => void;

/** Files that are dropped or pasted: pictures go onto the canvas, presets into the list. */
export function onFiles(session: Session, on: { attempt: Attempt; onTaken(taken: Taken): void }) {
  return (files: readonly File[]) =>
    on.attempt(async () => {
      for (const file of files.filter(isPresetFile)) await importPresets(file, session);
      const taken = await session.addPictures(files.filter((file) => !isPresetFile(file)));
      if (taken) on.onTaken(taken);
    });
}

/** Files of presets that are picked in the list. */
export function presetFileHandlers(session: Session, attempt: Attempt) {
  return {
    onPresetFile: (file: File) => attempt(() => importPresets(file, session)),
    onRemovePreset: (id: string) => attempt(() => session.presets.remove(id)),
  };
}

async function importPresets(file: File, { presets }: Session): Promise<void> {
  await presets.importFile(await file.text());
}

function isPresetFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.json');
}
