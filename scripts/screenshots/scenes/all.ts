import { batchScenes } from './batch.ts';
import { engineScenes } from './engines.ts';
import { heroScene } from './hero.ts';
import { historyScenes } from './history.ts';
import { longWordScenes } from './long-words.ts';
import { overlayScenes, pickerScenes } from './overlay.ts';
import { panelScenes, unconnectedScenes } from './popup.ts';
import { presetScenes } from './presets.ts';
import { settingsScenes } from './settings.ts';
import { welcomeScenes } from './welcome.ts';

/** Every surface and state of the extension, in this order: each leaves behind what later ones show. */
export const extensionScenes = [
  ...unconnectedScenes,
  ...welcomeScenes,
  ...settingsScenes,
  ...panelScenes,
  ...presetScenes,
  ...historyScenes,
  ...overlayScenes,
  ...pickerScenes,
  heroScene,
  ...engineScenes,
  ...batchScenes,
  ...longWordScenes,
];
