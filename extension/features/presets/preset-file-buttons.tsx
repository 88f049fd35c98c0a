import { useRef, useState } from 'preact/hooks';
import { toErrorData } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { readPresetFile } from '#shared/presets/preset-file.ts';
import type { PresetLibrary } from '#shared/presets/preset-library.ts';
import type { PresetShelf } from '#shared/presets/preset-shelf.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { savePresetFile } from './save-file.ts';

type PresetFileButtonsProps = {
  library: PresetLibrary;
  shelf: PresetShelf;
  onImported(count: number): void;
};

/** Presets from a file, and the person's own into one. */
export function PresetFileButtons({ library, shelf, onImported }: PresetFileButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const own = library.all.filter(({ builtIn }) => !builtIn);

  const take = async (file: File | undefined) => {
    setProblem(null);
    try {
      const drafts = file ? readPresetFile(await file.text()) : [];
      for (const draft of drafts) await shelf.create(draft);
      onImported(drafts.length);
    } catch (error) {
      setProblem(toErrorData(error).detail);
    }
  };

  return (
    <>
      <Button onClick={() => input.current?.click()}>{presetWords.import}</Button>
      {own.length > 0 && <Button onClick={() => savePresetFile(own)}>{presetWords.export}</Button>}
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file chosen again is a change again.
          event.currentTarget.value = '';
        }}
      />
      {problem && <Notice tone="error">{problem}</Notice>}
    </>
  );
}
