import type { Launch } from '../bridge/launch.ts';
import { type Handlers, sendEvent, serveRequests } from '../bridge/serve.ts';
import { addPicture } from './add-picture.ts';
import { clientStorage } from './client-storage.ts';
import { removeCopies } from './draw-without.ts';
import { listParts } from './exact-parts.ts';
import { exportLayer, previewLayer } from './export-layer.ts';
import { figmaChannel } from './figma-channel.ts';
import { identifyFile } from './identify-file.ts';
import { createTurns } from './in-turn.ts';
import { readLaunch, revertAndClose, suggestParameters } from './launch.ts';
import { openPanel } from './open-panel.ts';
import { placeOnPage, placeResult } from './place-result.ts';
import { createQuickPresets } from './quick-presets.ts';
import { readValues } from './read-values.ts';
import { revertResult } from './revert.ts';
import { readSelection, watchSelection } from './selection.ts';
import { showLayer } from './show-layer.ts';
import { rememberedSize, resizeWindow } from './window-size.ts';

/** What Figma's main thread does for the panel. Everything else, network too, is the panel's. */
function handlersFor(launch: Launch): Handlers {
  const inTurn = createTurns();
  return {
    'read-launch': () => launch,
    'read-selection': readSelection,
    'preview-layer': ({ nodeId }) => previewLayer(nodeId),
    'export-layer': (wanted) => inTurn(() => exportLayer(wanted)),
    'read-values': ({ nodeId, names }) => readValues(nodeId, names),
    'resize-window': ({ size, isLast }) => resizeWindow(size, isLast),
    'list-parts': ({ nodeId }) => listParts(nodeId),
    'place-result': (placing) => inTurn(() => placeResult(placing)),
    'place-on-page': (placing) => inTurn(async () => placeOnPage(placing)),
    'add-picture': (picture) => inTurn(async () => addPicture(picture)),
    'revert-result': ({ nodeId }) => inTurn(() => revertResult(nodeId)),
    'show-layer': ({ nodeId }) => showLayer(nodeId),
    'identify-file': ({ freshId }) => identifyFile(freshId),
    'list-keys': () => clientStorage.keys(),
    'read-value': ({ key }) => clientStorage.get(key),
    'write-value': ({ key, value }) => clientStorage.set(key, value),
    'delete-value': ({ key }) => clientStorage.delete(key),
  };
}

export default function start(): void {
  const presets = createQuickPresets();
  suggestParameters(presets);
  figma.on('close', removeCopies);
  figma.on('run', async ({ command, parameters }) => {
    const launch = await readLaunch(command, parameters, presets);
    if (!launch) return void revertAndClose();
    openPanel(await rememberedSize());
    serveRequests(figmaChannel, handlersFor(launch));
    watchSelection((selection) => sendEvent(figmaChannel, 'selection-changed', selection));
  });
}
