import type { RecipeNote } from '#shared/history/recipe-note.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';

const words = historyWords.restore;

/** A file of ours says how it was made, and offers to make the next one alike. */
export function RestoreOffer({ note, onRestore }: { note: RecipeNote; onRestore: () => void }) {
  return (
    <Notice>
      <p>
        <strong>{words.title}</strong>
      </p>
      <p dir="auto">{words.offer(carried(note).join(', '))}</p>
      <Button onClick={onRestore}>{words.button}</Button>
    </Notice>
  );
}

function carried({ presetId, presetName, strength, seed }: RecipeNote): string[] {
  return [
    findPreset(presetId)?.name ?? presetName ?? words.ownPrompt,
    ...(strength === null ? [] : [words.strength(Math.round(strength * 100))]),
    words.seed(seed),
  ];
}
