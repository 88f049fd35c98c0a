import { type Crossing, toCrossing } from './clone.ts';
import type { FakeWorld } from './fake-world.ts';
import type { Facade } from './node-facade.ts';

export type PanelWindow = { html: string; width: number; height: number; themeColors: boolean };

type Options = {
  post(crossing: Crossing): void;
  onShow(window: PanelWindow): void;
  onResize(width: number, height: number): void;
  onClose(): void;
};
type Hear = (message: unknown, properties: { origin: string }) => void;
type Input = { key: string; query: string; parameters: object; result: object };
type Suggest = (input: Input) => void;

/** The `figma` object of a plugin with dynamic page access, and what reaches it from the panel. */
export function createPluginApi(world: FakeWorld, options: Options) {
  const { document } = world;
  let hear: Hear | undefined;
  let suggest: Suggest | undefined;

  const ui = {
    resize(width: number, height: number) {
      if (!(width >= 70 && height >= 0)) throw new Error('in resize: Expected a width of at least 70');
      options.onResize(width, height);
    },
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
    mixed: world.mixed,
    parameters: {
      on: (_name: 'input', hear: Suggest) => {
        suggest = hear;
      },
    },
    ui,
    clientStorage: world.storage.api,
    viewport: {
      center: { x: 400, y: 300 },
      scrollAndZoomIntoView: (nodes: Facade[]) => void world.shown.push(...nodes.map(({ id }) => id)),
    },
    variables: {
      getLocalVariablesAsync: async () =>
        [...world.variables].map(([name, value]) => ({ name, resolveForConsumer: () => ({ value }) })),
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
    createFrame() {
      const id = world.createByPlugin('FRAME', 'Frame');
      world.document.get(id).properties.fills = [{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }];
      return world.facade(id);
    },
    createText: () => world.facade(world.createByPlugin('TEXT', 'Text')),
    loadFontAsync: async ({ family, style }: { family: string; style: string }) =>
      void world.fonts.add(`${family} ${style}`),
    getImageByHash: (hash: string) => world.images.byHash(hash),
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
    closePlugin(message?: string) {
      if (message) world.notices.push(message);
      options.onClose();
      stop();
    },
  };

  const receive = (message: unknown) => hear?.(message, { origin: 'null' });
  /** What closing the panel does: nothing of the plugin is heard or called any more. */
  const stop = () => {
    world.events.emitNow('close');
    hear = undefined;
    world.events.clear();
  };
  /** What Figma does once the plugin's code has run. */
  const run = (command: string, parameters?: object) => world.events.emit('run', { command, parameters });
  let offered: unknown = null;
  /** What is typed in a quick action. The plugin may take its time to offer something. */
  const type = (key: string, query: string) => {
    offered = null;
    const setSuggestions = (list: unknown) => {
      offered = list;
    };
    suggest?.({ key, query, parameters: {}, result: { setSuggestions, setError: setSuggestions } });
  };
  /** What it has offered by now: suggestions, or an error in words. */
  const suggestions = () => offered;
  return { figma, receive, run, type, suggestions, stop };
}

function dynamicPageError(name: string, instead: string): Error {
  return new Error(`in ${name}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`);
}
