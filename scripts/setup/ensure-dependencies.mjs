import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';
import { say, secondsSince } from './say.mjs';

/**
 * Installs what package-lock.json names, unless node_modules holds just that already.
 * @param {string} root folder of package.json
 */
export function ensureDependencies(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  const stampFile = join(root, 'node_modules', '.restyle-lock');
  if (readIfThere(stampFile) === stamp) return;
  if (!isInstalled(root, lock)) install(root, lock);
  writeFileSync(stampFile, stamp);
}

/** @param {string} root @param {string} lock */
function install(root, lock) {
  say(`Installing ${packagesOf(lock).size} packages (once, about half a minute)...`);
  const startMs = performance.now();
  const args = ['ci', '--prefix', root, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) runQuietly(process.execPath, [npm, ...args]);
  else runQuietly('npm', args);
  say(`Installed in ${secondsSince(startMs)}.`);
}

/**
 * True after somebody's own `npm ci`: npm leaves a lockfile of what it really installed.
 * Packages for other systems are not in it, and only those are optional.
 * @param {string} root @param {string} lock
 */
function isInstalled(root, lock) {
  const hidden = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (hidden === null) return false;
  const installed = packagesOf(hidden);
  const wanted = packagesOf(lock);
  return (
    [...wanted].every(([path, { version, optional }]) =>
      installed.has(path) ? installed.get(path)?.version === version : optional,
    ) && [...installed.keys()].every((path) => wanted.has(path))
  );
}

/**
 * The packages of a lockfile by their folder, without the project itself.
 * @param {string} lock
 * @returns {Map<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lock) {
  return new Map(Object.entries(JSON.parse(lock).packages).filter(([path]) => path !== ''));
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
