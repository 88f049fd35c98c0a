import { figmaQuickWords } from '#shared/i18n/en/figma.ts';
import type { Launch } from '../bridge/launch.ts';
import type { QuickPreset } from './quick-presets.ts';
import { revertSelection } from './revert.ts';

const words = figmaQuickWords;

/** How this launch was asked for. `null` where it needs no panel and is done already. */
export async function readLaunch(
  command: string,
  parameters: ParameterValues | undefined,
  presets: () => Promise<readonly QuickPreset[]>,
): Promise<Launch | null> {
  const asked = { presetId: null, strength: null } as const;
  if (command === 'revert') return null;
  if (command === 'rerun' || command === 'vary') return { command, ...asked };
  if (command !== 'preset') return { command: 'open', ...asked };
  const preset = (await presets()).find(({ name }) => name === parameters?.preset);
  if (!preset) return { command: 'open', ...asked };
  return { command, presetId: preset.id, strength: strengthFrom(parameters?.strength) };
}

/** *Revert* beside a result: done at once, and the plugin is gone again. */
export async function revertAndClose(): Promise<void> {
  // Whatever Figma refuses, nobody is left with a plugin that has no panel and no end.
  const count = await revertSelection().catch(() => 0);
  figma.closePlugin(words.reverted(count));
}

/** What Figma offers while a quick action is typed. Only reading is allowed meanwhile. */
export function suggestParameters(presets: () => Promise<readonly QuickPreset[]>): void {
  figma.parameters.on('input', async ({ key, query, result }) => {
    if (key === 'preset') return result.setSuggestions(namesLike(query, await presets()));
    if (query === '' || strengthFrom(query) !== null) {
      return result.setSuggestions(query === '' ? ['40 %', '60 %', '80 %', '100 %'] : [query]);
    }
    result.setError(words.strengthWrong);
  });
}

function namesLike(query: string, presets: readonly QuickPreset[]): string[] {
  const wanted = query.trim().toLowerCase();
  return presets.map(({ name }) => name).filter((name) => name.toLowerCase().includes(wanted));
}

/** `80`, `80 %` or `80%` as 0.8; `null` for anything else. */
function strengthFrom(typed: unknown): number | null {
  const percent = typeof typed === 'string' ? /^\s*(\d{1,3})\s*%?\s*$/.exec(typed)?.[1] : undefined;
  return percent === undefined || Number(percent) > 100 ? null : Number(percent) / 100;
}
