import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureNode } from './ensure-node.mjs';
import { say } from './say.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** The folder of package.json. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a fresh clone ready to run, in nothing but what Node 20 has without node_modules.
 * Ends the process with one plain sentence where a person is needed.
 * @param {Parameters<typeof ensureBrowsers>[0]} needs
 */
export function setUp(needs) {
  try {
    ensureDependencies(root);
    const node = ensureNode(root);
    ensureBrowsers(needs);
    return { root, node };
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    say(error.message);
    process.exit(1);
  }
}
