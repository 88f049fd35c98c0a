import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The first of these programs that this machine has: names are looked up in PATH, absolute paths as they are.
 * @param {readonly string[]} candidates
 * @returns {string | null}
 */
export function findProgram(candidates) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = candidates.flatMap((name) =>
    isAbsolute(name) ? [name] : folders.map((dir) => join(dir, name)),
  );
  return paths.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
