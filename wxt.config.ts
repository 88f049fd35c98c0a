import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifestFor } from './extension/manifest.ts';
import { classNamesInPlace, shortClassNames } from './scripts/build/class-names.ts';
import { classicWorker } from './scripts/build/classic-worker.ts';
import { allowStylesIn } from './scripts/build/inline-styles.ts';
import { popupPreloadsNothing } from './scripts/build/popup-preloads.ts';
import { shareCore } from './scripts/build/shared-core.ts';
import { withoutPlugins } from './scripts/build/without-plugins.ts';

const workerFile = 'background.js';
const isChromium = (browser: string) => browser !== 'firefox';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist',
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: ({ browser }) => ({
    plugins: [
      withoutPlugins,
      ...classNamesInPlace,
      preact(),
      ...(isChromium(browser) ? [classicWorker(workerFile)] : []),
    ],
    css: { modules: { generateScopedName: shortClassNames(['extension', 'shared']) } },
    build: { target: isChromium(browser) ? 'chrome126' : 'firefox142', modulePreload: popupPreloadsNothing },
  }),
  hooks: {
    // All that is not a single file of its own.
    'vite:build:extendConfig': (entries, config) => {
      if (entries.length > 1) shareCore(config);
    },
    'build:manifestGenerated': async ({ config }, manifest) => {
      await allowStylesIn('popup.html', config.outDir, manifest);
      if (isChromium(config.browser)) manifest.background = { service_worker: workerFile };
    },
  },
  manifest: ({ browser }) => manifestFor(browser),
});
