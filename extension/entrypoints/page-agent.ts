import { defineUnlistedScript } from '#imports';
import { installPageAgent } from '../features/page/agent/install.ts';

/** Put into a page by a click there, and only then. Runs beside the page's own scripts, without the polyfill. */
export default defineUnlistedScript(() => installPageAgent());
