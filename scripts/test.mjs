/** `npm test`, `npm test -- unit figma`: sets everything up, then runs the groups that are named, or all. */
import { handOver } from './setup/hand-over.mjs';
import { setUp } from './setup/set-up.mjs';

const groups = process.argv.slice(2);
/** @param {string} group */
const runs = (group) => groups.length === 0 || groups.includes(group);
const startMs = performance.now();
const { root, node } = setUp({
  chromium: runs('chromium'),
  firefox: runs('firefox'),
  display: runs('chromium') || runs('firefox'),
});
const env = { RESTYLE_SET_UP_MS: String(Math.round(performance.now() - startMs)) };
handOver({ root, node, script: 'scripts/test/main.ts', args: groups, env });
