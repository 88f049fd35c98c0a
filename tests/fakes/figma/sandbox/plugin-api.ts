import type {
  BaseNode,
  ClientStorageAPI,
  DocumentNode,
  FrameNode,
  PageNode,
  ParametersAPI,
  PluginAPI,
  RectangleNode,
  TextNode,
  UIAPI,
  Variable,
  VariablesAPI,
  ViewportAPI,
} from '@figma/plugin-typings/plugin-api-standalone';
import type { FakeWorld } from './fake-world.ts';

/** What stands in the typings as a whole, and here in part. */
type Parts = {
  ui: Partial<UIAPI>;
  parameters: Partial<ParametersAPI>;
  clientStorage: ClientStorageAPI;
  viewport: Partial<ViewportAPI>;
  variables: Partial<VariablesAPI>;
};
type Api = Partial<Omit<PluginAPI, keyof Parts>> & Parts;

export type Windows = Pick<Parts, 'ui' | 'parameters'> & Pick<PluginAPI, 'showUI' | 'closePlugin'>;

/** The `figma` object of a plugin with dynamic page access: nothing that Figma's typings do not have. */
export function createPluginApi(world: FakeWorld, windows: Windows) {
  return {
    apiVersion: '1.0.0',
    editorType: 'figma',
    command: '',
    mixed: world.mixed as unknown as PluginAPI['mixed'],
    clientStorage: world.storage.api,
    viewport: {
      center: { x: 400, y: 300 },
      scrollAndZoomIntoView: (nodes) => void world.shown.push(...nodes.map(({ id }) => id)),
    },
    variables: { getLocalVariablesAsync: async () => variablesOf(world) },
    getImageByHash: (hash) => world.images.byHash(hash),
    createImage: (bytes) => world.images.create(bytes),
    commitUndo: () => world.commitUndo(),
    triggerUndo: () => world.undo(),
    on: world.events.on,
    off: world.events.off,
    notify(message) {
      world.notices.push(message.slice(0, mostNoticeLength));
      return { cancel: () => {} };
    },
    loadFontAsync: async ({ family, style }) => world.loadFont(`${family} ${style}`),
    ...makersOf(world),
    ...windows,
    // Last and as they are: copied, they would be the page that is open now.
    get root() {
      return world.facade<DocumentNode>(world.document.rootId);
    },
    get currentPage() {
      return world.facade<PageNode>(world.document.currentPageId);
    },
    set currentPage(_page: PageNode) {
      throw dynamicPageError('set_currentPage', 'figma.setCurrentPageAsync');
    },
    getNodeById: () => {
      throw dynamicPageError('getNodeById', 'figma.getNodeByIdAsync');
    },
    getNodeByIdAsync: async (id) => (world.find(id) ? world.facade<BaseNode>(id) : null),
    setCurrentPageAsync: async (page) => world.openPage(page.id),
  } satisfies Api;
}

const mostNoticeLength = 100;

function makersOf(world: FakeWorld) {
  return {
    createRectangle: () => world.facade<RectangleNode>(world.createByPlugin('RECTANGLE', 'Rectangle')),
    createFrame() {
      const id = world.createByPlugin('FRAME', 'Frame');
      world.document.get(id).properties.fills = [{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }];
      return world.facade<FrameNode>(id);
    },
    createText: () => world.facade<TextNode>(world.createByPlugin('TEXT', 'Text')),
  } satisfies Partial<PluginAPI>;
}

function variablesOf({ variables }: FakeWorld): Variable[] {
  return [...variables].map(([name, value]) => {
    const variable: Partial<Variable> = {
      name,
      resolveForConsumer: () =>
        ({ value, resolvedType: 'STRING' }) as ReturnType<Variable['resolveForConsumer']>,
    };
    return variable as Variable;
  });
}

function dynamicPageError(name: string, instead: string): Error {
  return new Error(`in ${name}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`);
}
