const changes = (count: number) => (count === 1 ? 'one preset or mark' : `${count} presets and marks`);
const added = (count: number) => (count === 1 ? 'one result' : `${count} results`);

/** Words for what Restyle keeps in this browser, and for the file that helps to find a fault. */
export const dataWords = {
  title: 'Your data',
  lead: 'All of it is in this browser. Presets, and keys you have locked with a sync password, are also where your browser syncs.',
  kept: {
    pictures: (size: string, count: number) =>
      count === 1 ? `One result, with pictures: ${size}` : `${count} results, with pictures: ${size}`,
    settings: (size: string) => `Settings, presets, remembered sites, keys (locked): ${size}`,
    whole: (size: string) => `All that the browser counts: ${size}`,
  },
  export: 'Save everything as a file',
  exportHint: 'Presets, favourites and settings, as one zip that the button below takes in again.',
  withHistory: 'With the history and its pictures',
  withKeys: 'With my keys, locked with a password',
  keysHint: 'Whoever has the file and the password can use your accounts. Without it no key is in the file.',
  deviceStays:
    'Your relay’s token is this browser’s alone and stays out. Another browser of yours is let in with “Let in another browser” above.',
  password: 'Password for the file',
  passwordHint:
    'At least 12 characters, and not one you use elsewhere. Nobody can find it out again, not even you.',
  passwordTooShort: 'At least 12 characters: whoever has the file could try shorter ones.',
  exporting: (done: number, total: number) => `Packing ${done} of ${total}…`,
  exported: (name: string) => `Saved as ${name}.`,
  import: {
    button: 'Take in a saved file…',
    hint: 'Nothing of it is used before you have seen what is in it. What is here stays: presets that were changed on both sides stand side by side, and engines that are connected here stay as they are.',
    other: 'This is no file of everything from Restyle.',
    historyUnreadable:
      'The history in it cannot be read: a newer Restyle may have saved it. Update Restyle here, then choose the file again.',
    found: (saved: string, version: string) => `Saved ${saved} by Restyle ${version}.`,
    presets: (count: number) => (count === 1 ? 'One preset of yours.' : `${count} presets of yours.`),
    results: (count: number) =>
      count === 1 ? 'One result with its pictures.' : `${count} results with their pictures.`,
    engines: (names: string) => `Engines: ${names}.`,
    engineAt: (name: string, host: string) => `${name} at ${host}`,
    withSettings: 'Take over its settings: colours, limits of the history, batches',
    withHistory: 'Take in its history',
    keys: 'Password of the keys in it',
    keysHint: 'Leave it empty to take in all but the keys.',
    wrong: 'Another password was used for this file.',
    permission: (hosts: string) => `Your browser will ask you to allow ${hosts}.`,
    take: 'Take it in',
    leave: 'Leave it',
    taking: (done: number, total: number) => `Taking in ${done} of ${total}…`,
    taken: (presets: number, results: number) =>
      presets + results === 0
        ? 'All of it was here already.'
        : `Taken in: ${changes(presets)}, ${added(results)}.`,
    lacking: (names: string) =>
      `To be connected again, since their keys are not in the file: ${names}. Where one is your team’s relay, “Let in another browser” in the settings of the other browser makes a link for this one.`,
    failed: 'Something unexpected happened before it was done. Try again.',
    undo: 'Undo',
    undone: 'All is as it was before.',
  },
  zipName: (day: string) => `restyle-data-${day}.zip`,
  diagnostics: 'Save a diagnostics file',
  diagnosticsHint:
    'For whoever helps you: versions, kinds of engines, the codes of the last errors, permissions, sizes.',
  diagnosticsName: (day: string) => `restyle-diagnostics-${day}.json`,
  erase: {
    button: 'Erase everything…',
    ask: 'Every result, preset, setting and key in this browser is deleted, and its permissions are given back. It cannot be undone. Presets that another browser of yours has come back from there. Pictures at your team’s storage stay there.',
    confirm: 'Erase everything',
    keep: 'Keep it',
    busy: 'Pictures are being made. Wait for them, or cancel them, first.',
  },
} as const;
