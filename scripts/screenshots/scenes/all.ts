import { batchScenes } from './batch.ts';
import { engineScenes } from './engines.ts';
import { heroScene } from './hero.ts';
import { historyScenes } from './history.ts';
import { overlayScenes, pickerScenes } from './overlay.ts';
import { panelScenes, unconnectedScenes } from './popup.ts';
import { settingsScenes } from './settings.ts';

/** Every surface and state of the extension, in this order: each leaves behind what later ones show. */
export const extensionScenes = [
  ...unconnectedScenes,
  ...settingsScenes,
  ...panelScenes,
  ...historyScenes,
  ...overlayScenes,
  ...pickerScenes,
  heroScene,
  ...engineScenes,
  ...batchScenes,
];
