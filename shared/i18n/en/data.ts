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
  export: 'Save everything as a zip',
  exportHint:
    'Results, presets, history and settings, without keys. The history names pages: keep it to yourself.',
  exporting: (done: number, total: number) => `Packing ${done} of ${total}…`,
  exported: (name: string) => `Saved as ${name}.`,
  zipName: (day: string) => `restyle-data-${day}.zip`,
  diagnostics: 'Save a diagnostics file',
  diagnosticsHint:
    'For whoever helps you: versions, kinds of engines, the codes of the last errors, permissions, sizes. No key, prompt, picture or address is in it.',
  diagnosticsName: (day: string) => `restyle-diagnostics-${day}.json`,
  erase: {
    button: 'Erase everything…',
    ask: 'Every result, preset, setting and key in this browser is deleted, and its permissions are given back. It cannot be undone. Presets that another browser of yours has come back from there. Pictures at your team’s storage stay there.',
    confirm: 'Erase everything',
    keep: 'Keep it',
    busy: 'Pictures are being made. Wait for them, or cancel them, first.',
  },
} as const;
