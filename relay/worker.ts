import { createWorker } from './workers/create-worker.ts';

/** The entry on Cloudflare Workers; `main.ts` is the one on Node. How to set it up: `docs/relay.md`. */
export default createWorker();
