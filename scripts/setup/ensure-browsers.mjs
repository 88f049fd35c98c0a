import { findChromium, findFirefox } from './find-browsers.mjs';
import { findProgram } from './find-program.mjs';
import { canInstallPackages, hasBrowserPackages, installPackages } from './install-packages.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * `'wanted'` is `true` that can be done without: nothing is said where it cannot be had.
 * @typedef {{ chromium?: boolean, firefox?: boolean, display?: boolean | 'wanted' }} Needs
 */

/**
 * What each part is found by, what brings it on Debian, and what to tell a person where we cannot bring it.
 * @typedef {{ name: keyof Needs, find: () => string | null, packages: string[], isBrowser: boolean, advice: string }} Part
 * @type {readonly Part[]}
 */
const parts = [
  {
    name: 'chromium',
    find: findChromium,
    packages: ['chromium'],
    isBrowser: true,
    advice: 'install Chromium or Google Chrome (or set RESTYLE_CHROMIUM to its path)',
  },
  {
    name: 'firefox',
    find: findFirefox,
    packages: ['firefox-esr'],
    isBrowser: true,
    advice: 'install Firefox (or set RESTYLE_FIREFOX to its path)',
  },
  {
    name: 'display',
    find: () => findProgram(['Xvfb']) && findProgram(['xdotool']),
    packages: ['xvfb', 'xdotool'],
    isBrowser: false,
    advice: 'install Xvfb and xdotool, with which browsers run on a screen of their own',
  },
];

/**
 * Finds what is asked for, and installs what is missing where that needs nobody's leave.
 * @param {Needs} needs
 */
export function ensureBrowsers(needs) {
  const missing = () => parts.filter(({ name, find }) => needs[name] && !find());
  const failure = tryToInstall(missing().filter(canInstall));
  const still = missing().filter(({ name }) => needs[name] !== 'wanted');
  if (still.length === 0) return;
  throw failure ?? new SetUpFailure(`To go on, please ${still.map(({ advice }) => advice).join(', and ')}.`);
}

/**
 * A failure is not the end where the part can be done without.
 * @param {readonly Part[]} wanted
 */
function tryToInstall(wanted) {
  if (wanted.length === 0) return null;
  try {
    installPackages(wanted.flatMap(({ packages }) => packages));
    return null;
  } catch (error) {
    return error;
  }
}

/** @param {Part} part */
function canInstall({ isBrowser }) {
  return canInstallPackages() && (hasBrowserPackages() || !isBrowser);
}
