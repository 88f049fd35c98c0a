import { useEffect } from 'preact/hooks';
import type { Layer } from '../../bridge/layer.ts';
import { needsWords } from '../campaign/campaign.ts';
import { type LookDraft, promptOf } from '../look/look-draft.ts';
import type { Session } from '../session.ts';

type Ways = {
  draft: LookDraft;
  onDraft(draft: LookDraft): void;
  runWith(draft: LookDraft): void;
  again(layers: readonly Layer[], vary: boolean): void;
};

/** Does what the plugin was opened for, once: a quick action's preset, or a result again. */
export function useLaunch(session: Session, { draft, onDraft, runWith, again }: Ways): void {
  useEffect(() => {
    const launch = session.takeLaunch();
    if (!launch || launch.command === 'open') return;
    if (launch.command !== 'preset') return again(session.selection.get().layers, launch.command === 'vary');
    const presets = session.presets.presets.get();
    const preset = presets.find(({ id }) => id === launch.presetId);
    if (!preset) return;
    const look = { ...draft, presetId: preset.id, strength: launch.strength ?? preset.strength };
    onDraft(look);
    // Braces that nothing has filled yet would be paid for as they stand: the person presses then.
    if (needsWords(promptOf(look, presets), look.fills)) return;
    if (session.selection.get().layers.some(({ problem }) => problem === null)) runWith(look);
  }, []);
}
