import type { RunOutput } from '#shared/engines/engine.ts';

const maxDepth = 4;

/**
 * The first picture in a prediction's output. Models answer an address, a list of them, or an object
 * that holds one under a name of its own; texts beside it are passed over.
 */
export function findPicture(output: unknown, depth = 0): RunOutput | null {
  if (typeof output === 'string') return toOutput(output);
  if (depth === maxDepth || typeof output !== 'object' || output === null) return null;
  const { url, ...others } = output as Record<string, unknown>;
  for (const part of [url, ...Object.values(others)]) {
    const found = findPicture(part, depth + 1);
    if (found) return found;
  }
  return null;
}

function toOutput(text: string): RunOutput | null {
  const inline = /^data:image\/([a-z]+)/i.exec(text)?.[1];
  if (inline) return { url: text, fileName: `result.${inline}` };
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (!url) return null;
  return { url: url.href, fileName: url.pathname.split('/').at(-1) || 'result' };
}
