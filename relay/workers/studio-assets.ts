import type { StudioFiles } from '../studio-routes/studio-files.ts';

/** A Worker's static files: https://developers.cloudflare.com/workers/static-assets/binding/ */
export type StaticAssets = { fetch(address: string): Promise<Response> };

/** The built web app among a Worker's static files; nothing of it where the Worker was put online without. */
export function studioFilesAmong(assets: StaticAssets | undefined): StudioFiles {
  return async (path) => {
    // Only the path counts, but an address has a host.
    const answer = await assets?.fetch(`https://assets.invalid/${path}`);
    return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
}
