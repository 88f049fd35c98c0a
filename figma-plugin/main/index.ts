import { showUI } from '@create-figma-plugin/utilities';
import { type Handlers, sendEvent, serveRequests } from '../bridge/serve.ts';
import { clientStorage } from './client-storage.ts';
import { drawThumbnail, exportLayer } from './export-layer.ts';
import { figmaChannel } from './figma-channel.ts';
import { identifyFile } from './identify-file.ts';
import { placeOnPage, placeResult } from './place-result.ts';
import { readSelection, watchSelection } from './selection.ts';
import { showLayer } from './show-layer.ts';

/** What Figma's main thread does for the panel. Everything else, network too, is the panel's. */
const handlers: Handlers = {
  'read-selection': readSelection,
  'draw-thumbnail': ({ nodeId }) => drawThumbnail(nodeId),
  'export-layer': ({ nodeId }) => exportLayer(nodeId),
  'place-result': placeResult,
  'place-on-page': placeOnPage,
  'show-layer': ({ nodeId }) => showLayer(nodeId),
  'identify-file': ({ freshId }) => identifyFile(freshId),
  'list-keys': () => clientStorage.keys(),
  'read-value': ({ key }) => clientStorage.get(key),
  'write-value': ({ key, value }) => clientStorage.set(key, value),
  'delete-value': ({ key }) => clientStorage.delete(key),
};

export default function start(): void {
  showUI({ width: 340, height: 640 });
  serveRequests(figmaChannel, handlers);
  watchSelection((selection) => sendEvent(figmaChannel, 'selection-changed', selection));
}
