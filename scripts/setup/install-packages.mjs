import { readFileSync } from 'node:fs';
import { findProgram } from './find-program.mjs';
import { runQuietly } from './run-quietly.mjs';
import { say, secondsSince } from './say.mjs';

/** Another apt that is at work gets this long to finish. */
const lockTimeout = 'DPkg::Lock::Timeout=120';

/** True where `installPackages` can work without asking anybody. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== null;
}

/** True on Debian itself: on Ubuntu the browsers' packages only point to snaps, which cannot load our extension. */
export function hasBrowserPackages() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names */
export function installPackages(names) {
  say(`Installing ${names.join(', ')} with apt-get (once, a minute or two)...`);
  const startMs = performance.now();
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  runQuietly('apt-get', ['update', '-o', lockTimeout], quiet);
  runQuietly('apt-get', ['install', '-y', '--no-install-recommends', '-o', lockTimeout, ...names], quiet);
  say(`Installed in ${secondsSince(startMs)}.`);
}
