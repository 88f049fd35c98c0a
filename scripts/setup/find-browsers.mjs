import { findProgram } from './find-program.mjs';

/** Where a browser is kept on systems that do not put it in PATH. */
const applications = '/Applications';
const windowsFolders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

const chromiumPlaces = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  `${applications}/Chromium.app/Contents/MacOS/Chromium`,
  `${applications}/Google Chrome.app/Contents/MacOS/Google Chrome`,
  ...onWindows('Google\\Chrome\\Application\\chrome.exe'),
];

const firefoxPlaces = [
  'firefox-esr',
  'firefox',
  `${applications}/Firefox.app/Contents/MacOS/firefox`,
  ...onWindows('Mozilla Firefox\\firefox.exe'),
];

/** The Chromium or Chrome to use; `RESTYLE_CHROMIUM` names another one. */
export function findChromium() {
  return findProgram(chosen(process.env.RESTYLE_CHROMIUM) ?? chromiumPlaces);
}

/** The Firefox to use; `RESTYLE_FIREFOX` names another one. */
export function findFirefox() {
  return findProgram(chosen(process.env.RESTYLE_FIREFOX) ?? firefoxPlaces);
}

/** @param {string | undefined} path */
function chosen(path) {
  return path ? [path] : null;
}

/** @param {string} path */
function onWindows(path) {
  return windowsFolders.filter((folder) => folder !== undefined).map((folder) => `${folder}\\${path}`);
}
