const pictures = (count: number) => (count === 1 ? '1 picture' : `${count.toLocaleString('en')} pictures`);

function duration(seconds: number): string {
  if (seconds < 1.5) return '1 second';
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`;
  return `${(seconds / 3_600).toFixed(1)} hours`;
}

/** Every word of batches: the tray, its button, the list. */
export const batchWords = {
  section: 'Batch',
  newBatch: 'New batch',
  pictures,
  ownPrompt: 'Own prompt',

  connectFirst: 'Connect your team’s workflow once, then a whole folder is a click away.',
  connect: 'Connect',

  tray: {
    region: 'Pictures for the next batch',
    emptyTitle: 'Drop pictures or whole folders here',
    emptyAdvice: 'Or right-click pictures on any page and choose Restyle, Add to batch.',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    paste: 'Paste',
    dropNow: 'Drop them to add them',
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    remove: (name: string) => `Take ${name} out`,
    clear: 'Take all out',
    adding: (done: number, total: number) =>
      `Adding picture ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    stop: 'Stop adding',
    leftOut: (count: number) => (count === 1 ? '1 was left out' : `${count} were left out`),
    leftOutOf: (name: string, reason: string) => `${name}: ${reason}`,
  },

  addresses: {
    open: 'By address',
    label: 'Addresses of pictures',
    hint: 'One a line. Your browser asks once whether Restyle may read from their sites.',
    refused: 'Your browser did not allow it, so nothing was added.',
    add: (count: number) => (count === 0 ? 'Add them' : `Add ${pictures(count)}`),
  },

  presets: {
    legend: 'Presets',
    many: 'Choose several to get every picture in each.',
    none: 'Only my words',
    noneMeans: 'No preset: what you write decides alone.',
  },

  prompt: {
    label: 'What should change?',
    labelWithPreset: 'Add to the presets (optional)',
    placeholder: 'Turn the day into night, keep the people as they are',
    placeholderWithPreset: 'Keep the red of the coat',
  },

  slots: {
    label: 'At a time',
    hint: 'So many run and are paid for at once. More is sooner done and costs the same.',
  },

  run: {
    button: (count: number) => (count === 0 ? 'Restyle' : `Restyle ${pictures(count)}`),
    busy: 'Starting…',
    about: (price: string) => (price.startsWith('under') ? price : `about ${price}`),
    each: (count: number, looks: number) => `${pictures(count)} in ${looks} looks each.`,
    wait: (seconds: number, slots: number) =>
      `Ready in about ${duration(seconds)}, ${slots === 1 ? 'one' : slots} at a time.`,
    needsPictures: 'Add pictures first.',
    needsLook: 'Choose a preset, or write what should change.',
    needsPrompt: 'Write what should change, or leave out “Only my words”.',
    adding: 'The pictures are still being added.',
  },

  list: {
    heading: 'Batches',
    none: 'Nothing yet. Batches appear here, and go on when this page is closed.',
    title: (count: number, looks: readonly string[]) => `${pictures(count)} · ${looks.join(', ')}`,
    removed: (title: string) => `${title} is off the list. Its pictures stay in the history.`,
    items: 'Pictures of this batch',
    view: 'View',
    rows: 'List',
    sheet: 'Contact sheet',
  },

  summary: {
    done: (done: number, total: number) =>
      `${done.toLocaleString('en')} of ${total.toLocaleString('en')} done`,
    failed: (count: number) => `${count} failed`,
    cancelled: (count: number) => `${count} cancelled`,
    spent: (price: string) => `${price} so far`,
    spentInAll: (price: string) => `${price} in all`,
    left: (seconds: number) => `about ${duration(seconds)} left`,
    paused: 'Paused',
    pausing: (count: number) =>
      count === 1 ? 'Paused; 1 picture still runs' : `Paused; ${count} pictures still run`,
    stopped: 'Stopped, before it would fail for every picture',
    ended: 'This batch has ended.',
  },

  action: {
    pause: 'Pause',
    resume: 'Go on',
    cancelAll: 'Cancel all',
    retryFailed: (count: number) => (count === 1 ? 'Try the failed one again' : `Try ${count} failed again`),
    download: (count: number) => `Download ${pictures(count)}`,
    remove: 'Remove from the list',
    names: 'File names in the zip',
    namesHint: 'May hold {folder}, {name}, {preset}, {number} and {seed}.',
    namesExample: (name: string) => `The first one: ${name}`,
    saving: (done: number, total: number) => `Packing picture ${done} of ${total}`,
    saved: (name: string) => `Saved as ${name}`,
    zipName: (date: string) => `Restyle ${date}.zip`,
  },

  item: {
    waiting: 'Waiting',
    starting: 'Starting',
    ready: 'Uploaded, next in line',
    done: 'Done',
    cancelled: 'Cancelled',
    original: 'Original',
    first: (name: string) => `Do ${name} next`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    cancel: (name: string) => `Cancel ${name}`,
    retry: (name: string) => `Try ${name} again`,
    download: (name: string) => `Download ${name}`,
    open: (name: string) => `Open ${name}`,
  },
} as const;
