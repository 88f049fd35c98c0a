import type { Bytes } from '#shared/ports.ts';
import type { OpenRoute } from '../routes/route.ts';

/** Reads a file of the built web app, by its path there; `null` where there is none. */
export type StudioFiles = (path: string) => Promise<Bytes | null>;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
};

const forEver = 'public, max-age=31536000, immutable';
const forAnHour = 'public, max-age=3600';

/** Style, script and pictures of the web app. What lies in `assets/` has its hash in its name. */
export function studioFileRoute(files: StudioFiles): OpenRoute {
  return {
    method: 'GET',
    pattern: '/studio/{file}',
    access: 'open',
    async handle({ ids: [path = ''] }) {
      const type = types[path.split('.').at(-1) ?? ''];
      const bytes = type === undefined ? null : await files(path);
      if (type === undefined || !bytes) return new Response(null, { status: 404 });
      const cache = path.startsWith('assets/') ? forEver : forAnHour;
      const headers = new Headers({ 'Content-Type': type, 'Cache-Control': cache });
      // Packed by whoever puts it on the line: Cloudflare does that by itself.
      if (type.startsWith('text/')) headers.set('Vary', 'Accept-Encoding');
      return new Response(bytes, { headers });
    },
  };
}
