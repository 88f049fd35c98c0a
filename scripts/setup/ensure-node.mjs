import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * Path of a Node that runs our TypeScript files as they are: this one, or the one that came with `npm ci`.
 * @param {string} root folder of package.json
 */
export function ensureNode(root) {
  if (process.features.typescript) return process.execPath;
  const installed = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  try {
    accessSync(installed, constants.X_OK);
    return installed;
  } catch {
    throw new SetUpFailure(
      `Restyle needs Node 22.18 or newer; this is ${process.version}, and the Node among our packages was not ` +
        'unpacked (npm ran without install scripts?). Either run "npm rebuild node --ignore-scripts=false", or ' +
        'install a newer Node, and start again.',
    );
  }
}
