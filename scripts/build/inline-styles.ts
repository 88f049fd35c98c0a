import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Manifest = { content_security_policy?: unknown };

/** Lets the styles written into a built page apply, which are there to be painted with before any file is fetched. */
export async function allowStylesIn(page: string, folder: string, manifest: Manifest): Promise<void> {
  const html = await readFile(join(folder, page), 'utf8');
  const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => hashOf(style));
  const policy = manifest.content_security_policy as { extension_pages: string };
  policy.extension_pages = policy.extension_pages.replace(/style-src [^;]*/, (own) =>
    [own, ...hashes].join(' '),
  );
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
