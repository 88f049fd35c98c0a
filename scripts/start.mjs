/** `npm start`: sets everything up, then shows Restyle in a real browser. */
import { handOver } from './setup/hand-over.mjs';
import { setUp } from './setup/set-up.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const { root, node } = setUp({ chromium: true, display: hasScreen ? false : 'wanted' });
handOver({ root, node, script: 'scripts/demo/main.ts', args: process.argv.slice(2) });
