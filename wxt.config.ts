import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifestFor } from './extension/manifest.ts';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist',
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => manifestFor(browser),
});
