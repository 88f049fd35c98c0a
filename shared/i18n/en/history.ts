/** Words of the history: the gallery, its filters, its details, and its place in the settings. */
export const historyWords = {
  title: 'History',
  search: 'Search',
  searchPlaceholder: 'Prompt, preset, site…',
  filters: 'Filter and sort',
  count: (shown: number, all: number) => {
    const total = all.toLocaleString();
    if (shown !== all) return `${shown.toLocaleString()} of ${total}`;
    return `${total} ${all === 1 ? 'picture' : 'pictures'}`;
  },
  reading: 'Reading the history…',
  emptyTitle: 'Nothing yet',
  empty:
    'Right-click a picture on any page and choose Restyle, or begin with one of yours. All that you make is kept here.',
  begin: 'Choose a picture',
  none: 'Nothing fits. Try fewer words, or show all.',
  showAll: 'Show all',
  keys: 'Arrow keys move, Enter opens, F marks a favourite, 1 to 5 rate, X selects, C compares, Delete deletes.',

  kind: {
    label: 'Show',
    options: { all: 'Everything', favourites: 'Favourites', used: 'Used', failed: 'Failed or cancelled' },
  },
  preset: { label: 'Preset', any: 'Any preset' },
  engine: { label: 'Engine', any: 'Any engine' },
  engines: {
    comfydeploy: 'ComfyDeploy',
    comfyui: 'ComfyUI',
    predictions: 'Prediction server',
    'on-device': 'Sample looks',
  },
  rated: {
    label: 'Rating',
    any: 'Any rating',
    atLeast: (stars: number) => (stars === 5 ? '5 stars' : `${stars} or more`),
  },
  back: {
    label: 'When',
    options: { any: 'Any time', day: 'Last 24 hours', week: 'Last 7 days', month: 'Last 31 days' },
  },
  sort: {
    label: 'Sort by',
    options: {
      newest: 'Newest',
      oldest: 'Oldest',
      rating: 'Best rated',
      cost: 'Most expensive',
      slowest: 'Slowest',
    },
  },

  card: {
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  favourite: 'Favourite',
  rating: 'Rating',
  stars: (stars: number) => `${stars} ${stars === 1 ? 'star' : 'stars'}`,

  details: {
    close: 'Close',
    download: 'Download',
    clean: 'Clean copy',
    cleanHint:
      'A download carries preset, prompt and seed, and a mark that AI was used. A clean copy carries nothing.',
    copy: 'Copy',
    reuse: 'Use these settings',
    copyRecipe: 'Copy recipe',
    recipeCopied: 'The recipe is copied, as text',
    delete: 'Delete',
    saved: (fileName: string) => `Saved as ${fileName}`,
    copied: 'Copied',
    copyRefused: 'The browser did not allow copying. Download it instead.',
    lost: 'The picture itself is no longer stored.',
    prompt: 'Prompt',
    preset: 'Preset',
    strength: 'Strength',
    seed: 'Seed',
    engine: 'Engine',
    gpu: 'GPU',
    size: 'Size',
    sizeOf: (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx} px`,
    took: 'Took',
    seconds: (seconds: number) => `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
    ran: (total: string, run: string) => `${total}, of which ${run} on the GPU`,
    cost: 'Cost',
    made: 'Made',
    page: 'Found on',
    uses: 'Used',
    use: { downloaded: 'downloaded', copied: 'copied', placed: 'placed in Figma' },
    reason: 'Reason',
  },
  deleted: (title: string) => `${title} is deleted.`,
  deletedMany: (count: number) => `${count.toLocaleString()} pictures are deleted.`,
  undo: 'Undo',

  select: {
    start: 'Select',
    end: 'Done',
    bar: 'Selected pictures',
    count: (count: number) => (count === 0 ? 'Choose pictures' : `${count.toLocaleString()} selected`),
    all: 'Select all',
    compare: 'Compare',
    compareHint: 'Choose one picture to compare it with its original, or two.',
    download: 'Download zip',
    delete: 'Delete',
    packing: (done: number, total: number) => `Packing picture ${done} of ${total}`,
    saved: (name: string) => `Saved as ${name}`,
    zipName: (date: string) => `Restyle history ${date}.zip`,
  },

  compare: {
    title: (first: string, second: string) => `${first} beside ${second}`,
    original: 'Original',
    way: 'How to compare',
    modes: { slider: 'Slider', side: 'Side by side', hold: 'Hold' },
    line: 'Line between the pictures',
    lineAt: (percent: number, label: string) => `${percent} % ${label}`,
    hold: (label: string) => `Hold to see ${label === 'Original' ? 'the original' : label}`,
    nearer: 'Nearer',
    farther: 'Farther',
    fit: 'Show all of it',
    scale: (scale: number) => `${Math.round(scale * 100)} %`,
    hint: 'Scroll or + and − to look nearer, drag or arrow keys to move, hold Space for the first one.',
    close: 'Close',
  },

  settings: {
    amount: (size: string, pictures: number) =>
      `${size}, ${pictures.toLocaleString()} ${pictures === 1 ? 'picture' : 'pictures'}. Kept on this computer only.`,
    open: 'Open the history',
    maxSize: 'Use at most',
    maxAge: 'Keep pictures for',
    days: (days: number | null) =>
      days === null ? 'As long as there is room' : days === 365 ? 'A year' : `${days} days`,
    hint: 'Favourites are always kept. A picture that is kept is shown again for free instead of being paid twice.',
    makeRoom: 'Make room…',
    offer: (pictures: number, size: string) =>
      `Delete the ${pictures === 1 ? 'oldest picture' : `${pictures} oldest pictures`} for good? That frees about ${size}. Favourites stay.`,
    nothing: 'There is nothing to delete but favourites.',
    confirm: 'Delete them',
    keep: 'Keep them',
  },

  earlier: {
    same: 'Show the picture you have',
    like: 'Show the last one like it',
    free: 'free',
    anyway: 'Run anyway',
    sameNote: (when: string) => `Made ${when} with the same picture, prompt and seed.`,
    likeNote: (when: string) => `You have one like it, from ${when}.`,
    overlay: (when: string) => `From ${when}, free`,
    recent: (when: string) => `Shown again, from ${when}`,
  },

  restore: {
    title: 'Made with Restyle',
    offer: (what: string) => `This file carries its settings: ${what}.`,
    strength: (percent: number) => `strength ${percent} %`,
    seed: (seed: number) => `seed ${seed}`,
    ownPrompt: 'a prompt of its own',
    button: 'Use its settings',
  },
} as const;
