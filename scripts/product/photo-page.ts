import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

export type PhotoPage = {
  url: string;
  /** CSS of the n-th picture on the page. */
  target(index: number): string;
  close(): Promise<void>;
};

/**
 * A page of photographs on a host of its own: pictures there are neither the API's nor the storage's,
 * so the extension gets no more at them than a click gives it.
 */
export async function servePhotoPage(files: readonly string[]): Promise<PhotoPage> {
  const server = createServer(async (request, answer) => {
    const index = /^\/photo\/(\d+)/.exec(request.url ?? '')?.[1];
    const file = index === undefined ? undefined : files[Number(index)];
    if (file) return answer.end(await readFile(file));
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(pageOf(files));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://photos.localhost:${port}/`,
    target: (index) => `#photo-${index}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pageOf(files: readonly string[]): string {
  const figures = files.map((file, index) => {
    const name = escapeHtml(basename(file));
    return `<figure><img id="photo-${index}" src="/photo/${index}/${encodeURIComponent(basename(file))}" alt="${name}" />
      <figcaption>${name}</figcaption></figure>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Photographs</title>
    <style>
      :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
      body { max-width: 1080px; margin: 40px auto; padding: 0 24px; }
      main { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 72px 32px; }
      figure { margin: 0; } img { width: 100%; min-height: 120px; display: block; border-radius: 4px; }
      figcaption { opacity: .7; padding-top: 8px; } h1 { font-size: 24px; }
    </style>
    <h1>Right-click a photograph and choose Restyle</h1><main>${figures.join('\n')}</main></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
