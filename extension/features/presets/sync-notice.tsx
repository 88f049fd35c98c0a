import { useEffect, useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import type { SyncReport } from '#shared/sync/transport.ts';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { loadSyncReport } from '../../platform/sync-report.ts';

const words = presetWords.staysHere;

/** Says which presets stay on this browser, and why; nothing where all is synced. */
export function SyncNotice({ library }: { library: PresetLibrary }) {
  const [report, setReport] = useState<SyncReport | null>(null);
  useEffect(() => void loadSyncReport().then(setReport), [library]);
  const sentences = report ? sentencesOf(report, library) : [];
  return sentences.length === 0 ? null : (
    <Notice>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function sentencesOf({ tooLarge, tooMany, refused }: SyncReport, library: PresetLibrary): string[] {
  const names = (ids: readonly string[]) => ids.flatMap((id) => findIn(library, id)?.name ?? []).join(', ');
  const [large, many] = [names(tooLarge), names(tooMany)];
  return [
    ...(large ? [words.tooLarge(large)] : []),
    ...(many ? [words.tooMany(many)] : []),
    ...(refused ? [words.refused] : []),
  ];
}
