import { safeName } from '#shared/images/file-name.ts';

/** What a name can be made of. `number` counts from 1. */
export type NamedPicture = { folder: string; name: string; preset: string; seed: number; number: number };

export const defaultNameTemplate = '{folder}/{name} {preset}';

/** Deeper folders are left out from the top, so that a path is short enough for Windows. */
const maxFolders = 3;

/**
 * Names for the pictures of one batch, by a template such as `{folder}/{name} {preset}`: safe on every system,
 * and no two alike on any, also where capitals or the way an accent is written make no difference. `extension`
 * without its dot. Unknown placeholders stay as they are.
 */
export function createNamer(template: string): (picture: NamedPicture, extension: string) => string {
  const taken = new Set<string>();
  return (picture, extension) => {
    const parts = fill(template, picture).split('/').map(safeName).filter(Boolean);
    const name = parts.pop() ?? (safeName(picture.name) || 'picture');
    const folders = parts.slice(-maxFolders).map((folder) => `${folder}/`);
    for (let copy = 1; ; copy++) {
      const path = `${folders.join('')}${name}${copy === 1 ? '' : ` (${copy})`}.${extension}`;
      if (taken.has(sameness(path))) continue;
      taken.add(sameness(path));
      return path;
    }
  };
}

/** The folder brings its own parts; nothing else may make any. */
function fill(template: string, { folder, name, preset, seed, number }: NamedPicture): string {
  const values: Readonly<Record<string, string>> = {
    folder,
    name: withoutParts(safeName(name) || 'picture'),
    preset: withoutParts(preset),
    seed: String(seed),
    number: String(number).padStart(4, '0'),
  };
  return template.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}

function withoutParts(text: string): string {
  return text.replaceAll('/', ' ');
}

/** Equal for paths that a file system may take for the same. */
function sameness(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase();
}
