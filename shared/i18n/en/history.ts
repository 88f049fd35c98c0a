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
  empty: 'Nothing yet. Every picture you restyle is kept here.',
  none: 'Nothing fits. Try fewer words, or show all.',
  showAll: 'Show all',
  keys: 'Arrow keys move, F marks a favourite, 1 to 5 rate, Delete deletes, Enter opens.',

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
  undo: 'Undo',

  settings: {
    title: 'History',
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
    likeNote: (when: string) => `You made one like it ${when}, with another seed.`,
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
