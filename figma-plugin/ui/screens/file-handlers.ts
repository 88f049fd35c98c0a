import type { Taken } from '../layers/drop-pictures.ts';
import type { Session } from '../session.ts';

type Deps = {
  attempt(act: () => Promise<void>): void;
  onTaken(taken: Taken): void;
};

/** Files that are dropped or picked: pictures go onto the canvas, presets into the list. */
export function fileHandlers(session: Session, { attempt, onTaken }: Deps) {
  const importPresets = async (files: readonly File[]) => {
    for (const file of files) await session.presets.importFile(await file.text());
  };
  return {
    onFiles: (files: readonly File[]) =>
      attempt(async () => {
        await importPresets(files.filter(isPresetFile));
        const taken = await session.addPictures(files.filter((file) => !isPresetFile(file)));
        if (taken) onTaken(taken);
      }),
    onPresetFile: (file: File) => attempt(() => importPresets([file])),
    onRemovePreset: (id: string) => attempt(() => session.presets.remove(id)),
  };
}

function isPresetFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.json');
}
