import type { Session } from '../session.ts';

/** Files that are dropped or picked: pictures go onto the canvas, presets into the list. */
export function fileHandlers(session: Session, attempt: (act: () => Promise<void>) => void) {
  const importPresets = async (files: readonly File[]) => {
    for (const file of files) await session.presets.importFile(await file.text());
  };
  return {
    onFiles: (files: readonly File[]) =>
      attempt(async () => {
        await importPresets(files.filter(isPresetFile));
        await session.addPictures(files.filter((file) => !isPresetFile(file)));
      }),
    onPresetFile: (file: File) => attempt(() => importPresets([file])),
    onRemovePreset: (id: string) => attempt(() => session.presets.remove(id)),
  };
}

function isPresetFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.json');
}
