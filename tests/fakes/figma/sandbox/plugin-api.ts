import { type Crossing, fromCrossing, toCrossing } from './clone.ts';
import type { FakeWorld } from './fake-world.ts';
import type { Facade } from './node-facade.ts';

export type PanelWindow = { html: string; width: number; height: number; themeColors: boolean };

type Options = { post(crossing: Crossing): void; onShow(window: PanelWindow): void; onClose(): void };
type Hear = (message: unknown, properties: { origin: string }) => void;

/** The `figma` object of a plugin with dynamic page access, and what reaches it from the panel. */
export function createPluginApi(world: FakeWorld, options: Options) {
  const { document } = world;
  let hear: Hear | undefined;

  const ui = {
    postMessage: (message: unknown) => options.post(toCrossing(message)),
    get onmessage() {
      return hear;
    },
    set onmessage(next: Hear | undefined) {
      hear = next;
    },
  };

  const figma = {
    apiVersion: '1.0.0',
    editorType: 'figma',
    command: '',
    ui,
    clientStorage: world.storage.api,
    viewport: {
      scrollAndZoomIntoView: (nodes: Facade[]) => void world.shown.push(...nodes.map(({ id }) => id)),
    },
    get root() {
      return world.facade(document.rootId);
    },
    get currentPage() {
      return world.facade(document.currentPageId);
    },
    set currentPage(_page: Facade) {
      throw dynamicPageError('set_currentPage', 'figma.setCurrentPageAsync');
    },
    getNodeById: () => {
      throw dynamicPageError('getNodeById', 'figma.getNodeByIdAsync');
    },
    getNodeByIdAsync: async (id: string) => (world.find(id) ? world.facade(id) : null),
    setCurrentPageAsync: async (page: Facade) => world.openPage(page.id),
    createRectangle: () => world.facade(world.createByPlugin('RECTANGLE', 'Rectangle')),
    createImage: (bytes: unknown) => world.images.create(bytes),
    commitUndo: () => world.commitUndo(),
    triggerUndo: () => world.undo(),
    on: world.events.on,
    off: world.events.off,
    notify(message: string) {
      world.notices.push(message);
      return { cancel: () => {} };
    },
    showUI: (html: string, { width = 300, height = 200, themeColors = false } = {}) =>
      options.onShow({ html, width, height, themeColors }),
    closePlugin: options.onClose,
  };

  const receive = (crossing: Crossing) => hear?.(fromCrossing(crossing), { origin: 'null' });
  /** What closing the panel does: nothing of the plugin is heard or called any more. */
  const stop = () => {
    hear = undefined;
    world.events.clear();
  };
  return { figma, receive, stop };
}

function dynamicPageError(name: string, instead: string): Error {
  return new Error(`in ${name}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`);
}
