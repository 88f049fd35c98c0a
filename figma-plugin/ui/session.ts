import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import type { Launch } from '../bridge/launch.ts';
import type { Part, Selection } from '../bridge/layer.ts';
import type { Way } from '../bridge/placing.ts';
import { connectToMainThread, type MainThread } from '../bridge/request.ts';
import type { WindowSize } from '../bridge/window-size.ts';
import type { ReadValues } from './campaign/use-campaign.ts';
import type { RouteDraft } from './connection/connect.ts';
import type { Credentials } from './connection/plugin-connection.ts';
import { openSessionRoute } from './connection/session-route.ts';
import { createHandoffs, type Handoffs } from './handoff/handoffs.ts';
import { createMeeting, type Meeting } from './handoff/meeting.ts';
import { createLayerJobs, type LayerJobs } from './jobs/layer-jobs.ts';
import { type LayerJournal, openLayerJournal } from './jobs/layer-journal.ts';
import { openWaitingOrders } from './jobs/waiting-orders.ts';
import { addPictureFile, type Taken } from './layers/drop-pictures.ts';
import { followSelection } from './layers/selection-store.ts';
import type { PreviewLayer } from './layers/use-previews.ts';
import { openPresetShelf, type PresetShelf } from './look/imported-presets.ts';
import type { BrowserRoute } from './pairing/browser-route.ts';
import { openTilesStore, openWayStore } from './placing/way-store.ts';
import { createMainStorage } from './platform/main-storage.ts';
import { createMemoryBlobs } from './platform/memory-blobs.ts';
import { panelChannel } from './platform/panel-channel.ts';
import type { Store } from './platform/store.ts';
import { createDeviceRoute } from './sample-looks/device-route.ts';
import { createLooksPainter } from './sample-looks/looks-painter.ts';
import { createPresetPictures, type PresetPictures } from './sample-looks/preset-pictures.ts';

/** All that the screens work with. */
export type Session = {
  selection: Store<Selection>;
  credentials: Store<Credentials | null>;
  /** The team's, also while the sample looks are in use. */
  team: Store<Credentials | null>;
  journal: LayerJournal;
  jobs: LayerJobs;
  /** Where results go. */
  way: Store<Way>;
  isTiled: Store<boolean>;
  presets: PresetShelf;
  presetPictures: PresetPictures;
  /** Those of the paired browser. */
  browserPresets: BrowserRoute['presets'];
  /** Pictures to and from a browser. */
  handoffs: Handoffs;
  /** Hears from the paired browser, where there is one: pictures that wait, presets of both sides. */
  meeting: Meeting;
  /** How the plugin was opened; told once, since it is done once. */
  takeLaunch(): Launch | null;
  listParts(nodeId: string): Promise<readonly Part[]>;
  /** Picture files onto the canvas, as layers; answers the last one, which is then selected. */
  addPictures(files: readonly File[]): Promise<Taken | null>;
  /** Takes a result away, as one undo step. */
  revert(nodeId: string): Promise<void>;
  previewLayer: PreviewLayer;
  /** What the file says for the placeholders of a prompt. */
  readValues: ReadValues;
  resize(size: WindowSize, isLast: boolean): void;
  showLayer(nodeId: string): Promise<void>;
  /** Tries a route and keeps it. Raises what `connect` raises. */
  connect(draft: RouteDraft): Promise<Credentials>;
  /** Asks the server once before a batch: one fault is said once, a changed workflow is known. */
  checkRoute(): Promise<void>;
};

export async function openSession(): Promise<Session> {
  const main = connectToMainThread({ channel: panelChannel, clock, ids });
  const selection = await followSelection(main);
  const takeLaunch = onlyOnce(await main.request('read-launch', undefined));
  const storage = createMainStorage(main);
  const blobs = createMemoryBlobs(ids);
  const draw = createLooksPainter();
  const route = await openSessionRoute({ storage, blobs, device: createDeviceRoute(draw) });
  const fileId = await main.request('identify-file', { freshId: ids.uuid() });
  const journal = await openLayerJournal(storage, fileId);
  const waiting = await openWaitingOrders(storage, fileId);
  const codec = createCanvasCodec();
  const { workflow, partner } = route;
  const presets = await openPresetShelf(storage, ids);
  const handoffs = createHandoffs({ main, codec, partner, presets: presets.presets.get });
  const { browserPresets } = route;
  const meeting = createMeeting({ partner, handoffs, presets, browserPresets, clock });
  const jobs = createLayerJobs({ main, fileId, journal, waiting, blobs, codec, clock, ids, workflow });
  if (route.credentials.get()) void jobs.resume();
  meeting.look();
  addEventListener('online', () => void jobs.resume());

  return {
    ...canvasOf(main),
    selection,
    credentials: route.credentials,
    team: route.team,
    browserPresets,
    journal,
    jobs,
    way: await openWayStore(storage),
    isTiled: await openTilesStore(storage),
    presets,
    presetPictures: createPresetPictures(draw),
    handoffs,
    meeting,
    takeLaunch,
    async addPictures(files) {
      let last: Taken | null = null;
      for (const file of files) last = await addPictureFile(file, main, codec);
      return last;
    },
    async connect(draft) {
      const tested = await route.connect(draft);
      void jobs.resume();
      meeting.look();
      return tested;
    },
    checkRoute: route.check,
  };
}

function onlyOnce(launch: Launch): () => Launch | null {
  let left: Launch | null = launch;
  return () => {
    const taken = left;
    left = null;
    return taken;
  };
}

type Canvas = Pick<Session, 'listParts' | 'revert' | 'previewLayer' | 'readValues' | 'resize' | 'showLayer'>;

/** What the screens ask of Figma's main thread as it is. */
function canvasOf(main: MainThread): Canvas {
  return {
    listParts: (nodeId) => main.request('list-parts', { nodeId }),
    revert: (nodeId) => main.request('revert-result', { nodeId }),
    previewLayer: (nodeId, signal) => main.request('preview-layer', { nodeId }, signal),
    async readValues(nodeId, names) {
      const values = await main.request('read-values', { nodeId, names: [...names] });
      return Object.fromEntries(values.map(({ name, value }) => [name, value]));
    },
    resize: (size, isLast) => void main.request('resize-window', { size, isLast }).catch(() => {}),
    showLayer: (nodeId) => main.request('show-layer', { nodeId }),
  };
}
