import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Miniflare } from 'miniflare';
import { type D1, databaseOver } from '../../../relay/workers/d1.ts';
import settings from '../../../relay/wrangler.example.json' with { type: 'json' };
import { bundleWorker } from '../../../scripts/build/relay.ts';

export type RunningWorker = {
  url: string;
  /** What its cron trigger does. */
  onClock(): Promise<void>;
  database(): Promise<ReturnType<typeof databaseOver>>;
  close(): Promise<void>;
};

/** As the platform's own types have it, which are not for Node. */
type Scheduled = { scheduled(event: { cron: string | undefined }): Promise<unknown> };

const { binding, html_handling, run_worker_first } = settings.assets;
const assetSettings = {
  binding,
  assetConfig: { html_handling: html_handling as 'none' },
  routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: run_worker_first },
};

let bundled: Promise<string> | null = null;

/** The Worker as it is deployed, in the platform's own runtime on this machine, with a database of its own. */
export async function startWorker(
  bindings: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
  studioFolder?: string,
): Promise<RunningWorker> {
  bundled ??= bundleWorker();
  const miniflare = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: await bundled }],
    compatibilityDate: settings.compatibility_date,
    compatibilityFlags: settings.compatibility_flags,
    d1Databases: settings.d1_databases.map(({ binding }) => binding),
    bindings,
    ...(studioFolder !== undefined && { assets: { directory: studioFolder, ...assetSettings } }),
    // Its own door, not by way of the one that is for development and sees no caller leave.
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    // Else it would ask Cloudflare where it is.
    cf: false,
    handleRuntimeStdio(out: Readable, problems: Readable) {
      for (const stream of [out, problems]) createInterface(stream).on('line', onLine);
    },
  });
  await miniflare.ready;
  const url = (await miniflare.unsafeGetDirectURL()).href.replace(/\/$/, '');
  return {
    url,
    async onClock() {
      const worker = (await miniflare.getWorker()) as unknown as Scheduled;
      await worker.scheduled({ cron: settings.triggers.crons[0] });
    },
    database: async () => databaseOver((await miniflare.getD1Database('DB')) as unknown as D1),
    close: () => miniflare.dispose(),
  };
}
