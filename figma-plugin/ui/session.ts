import { createPoliteness } from '#shared/engines/http/politeness.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import type { Launch } from '../bridge/launch.ts';
import type { Part, Selection } from '../bridge/layer.ts';
import type { Way } from '../bridge/placing.ts';
import { connectToMainThread } from '../bridge/request.ts';
import type { WindowSize } from '../bridge/window-size.ts';
import type { ReadValues } from './campaign/use-campaign.ts';
import { connect, openWorkflow, type RouteDraft } from './connection/connect.ts';
import {
  type Credentials,
  isByNetwork,
  keepCredentials,
  readCredentials,
} from './connection/plugin-connection.ts';
import { createLayerJobs, type LayerJobs } from './jobs/layer-jobs.ts';
import { type LayerJournal, openLayerJournal } from './jobs/layer-journal.ts';
import { openWaitingOrders } from './jobs/waiting-orders.ts';
import { addPictureFile } from './layers/drop-pictures.ts';
import { followSelection } from './layers/selection-store.ts';
import type { PreviewLayer } from './layers/use-previews.ts';
import { openPresetShelf, type PresetShelf } from './look/imported-presets.ts';
import { type BrowserRoute, createBrowserRoute } from './pairing/browser-route.ts';
import { openTilesStore, openWayStore } from './placing/way-store.ts';
import { createMainStorage } from './platform/main-storage.ts';
import { createMemoryBlobs } from './platform/memory-blobs.ts';
import { panelChannel } from './platform/panel-channel.ts';
import { createPluginFetch } from './platform/plugin-fetch.ts';
import { createStore, type Store } from './platform/store.ts';

/** All that the screens work with. */
export type Session = {
  selection: Store<Selection>;
  credentials: Store<Credentials | null>;
  /** Presets of the paired browser, beside the built-in ones. */
  browserPresets: BrowserRoute['presets'];
  journal: LayerJournal;
  jobs: LayerJobs;
  /** Where results go. */
  way: Store<Way>;
  isTiled: Store<boolean>;
  presets: PresetShelf;
  /** How the plugin was opened; told once, since it is done once. */
  takeLaunch(): Launch | null;
  listParts(nodeId: string): Promise<readonly Part[]>;
  /** Picture files onto the canvas, as layers; the last one is then selected. */
  addPictures(files: readonly File[]): Promise<void>;
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
  let launch: Launch | null = await main.request('read-launch', undefined);
  const storage = createMainStorage(main);
  const ports = { fetch: createPluginFetch(), clock, politeness: createPoliteness({ clock }) };
  const credentials = createStore(await readCredentials(storage));
  const fileId = await main.request('identify-file', { freshId: ids.uuid() });
  const journal = await openLayerJournal(storage, fileId);
  const waiting = await openWaitingOrders(storage, fileId);

  const connected = (): Credentials => {
    const current = credentials.get();
    if (!current) throw new AppError('not-configured', 'No route is connected');
    return current;
  };
  const blobs = createMemoryBlobs(ids);
  const browser = createBrowserRoute(blobs);
  const workflowOf = (current: Credentials, job: Job | null) =>
    isByNetwork(current) ? openWorkflow(current, ports) : browser.workflow(current, job);
  const codec = createCanvasCodec();
  const jobs = createLayerJobs({
    ...{ main, fileId, journal, waiting, clock, ids },
    blobs,
    codec,
    workflow: async (job) => workflowOf(connected(), job),
  });
  const kept = credentials.get();
  if (kept) void jobs.resume();
  if (kept?.route === 'browser') void browser.list(kept.secret).catch(() => {});
  addEventListener('online', () => void jobs.resume());

  return {
    selection,
    credentials,
    browserPresets: browser.presets,
    journal,
    jobs,
    way: await openWayStore(storage),
    isTiled: await openTilesStore(storage),
    presets: await openPresetShelf(storage, ids),
    takeLaunch: () => {
      const taken = launch;
      launch = null;
      return taken;
    },
    listParts: (nodeId) => main.request('list-parts', { nodeId }),
    async addPictures(files) {
      for (const file of files) await addPictureFile(file, main, codec);
    },
    revert: (nodeId) => main.request('revert-result', { nodeId }),
    previewLayer: (nodeId, signal) => main.request('preview-layer', { nodeId }, signal),
    async readValues(nodeId, names) {
      const values = await main.request('read-values', { nodeId, names: [...names] });
      return Object.fromEntries(values.map(({ name, value }) => [name, value]));
    },
    resize: (size, isLast) => void main.request('resize-window', { size, isLast }).catch(() => {}),
    showLayer: (nodeId) => main.request('show-layer', { nodeId }),
    async connect(draft) {
      const { route, secret } = draft;
      const tested =
        route === 'browser' ? await browser.connect(secret) : await connect({ ...draft, route }, ports);
      await keepCredentials(storage, tested);
      credentials.set(tested);
      void jobs.resume();
      return tested;
    },
    async checkRoute() {
      const current = connected();
      if (!isByNetwork(current)) return credentials.set(await browser.list(current.secret));
      const description = await openWorkflow(current, ports).engine.describe();
      credentials.set({ ...current, connection: { ...current.connection, description } });
    },
  };
}
