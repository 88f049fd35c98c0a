import type { Plugin } from 'vite';

/** WXT has each page and script begin with the project's own plugins, of which there are none: one file less to fetch. */
export const withoutPlugins: Plugin = {
  name: 'without-plugins',
  transform: {
    filter: { id: /^\0virtual:wxt-(html-)?plugins$/ },
    handler: () => ({ code: 'export const initPlugins = () => {};', moduleSideEffects: false }),
  },
};
