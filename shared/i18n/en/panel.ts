/** Every word of the panel, the overlay and the connection form. */
export const panelWords = {
  field: {
    number: (label: string) => `${label}, as a number`,
    safe: (from: number, to: number, unit: string) => `Works best between ${from} and ${to}${unit}.`,
  },

  picture: {
    region: 'Picture to restyle',
    emptyTitle: 'Drop a picture here',
    emptyAdvice: 'Or right-click one on any page.',
    choose: 'Choose a file',
    takePhoto: 'Take a photo',
    paste: 'Paste',
    change: 'Change',
    dropNow: 'Drop it to use this picture',
    size: (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx} px`,
    crop: 'Crop',
    whole: 'Whole picture',
  },

  crop: {
    region: 'Choose the part to keep',
    size: (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx} px.`,
    hint: 'Drag the frame or its corners, or move them with the arrow keys.',
    use: 'Use this part',
    cancel: 'Cancel',
    handles: {
      all: 'The part to keep',
      topLeft: 'Its upper left corner',
      topRight: 'Its upper right corner',
      bottomLeft: 'Its lower left corner',
      bottomRight: 'Its lower right corner',
    },
  },

  presets: {
    legend: 'Preset',
    none: 'No preset',
    noneMeans: 'Only what you write decides.',
    illustrated: 'Illustrations',
    all: (count: number) => `See all ${count}`,
    fewer: 'See fewer',
    search: 'Find a preset',
    found: (count: number) =>
      count === 0 ? 'None is called that.' : count === 1 ? 'One preset.' : `${count} presets.`,
  },

  prompt: {
    label: 'What should change?',
    labelWithPreset: (preset: string) => `Add to ${preset} (optional)`,
    placeholder: 'Turn the day into night, keep the people as they are',
    placeholderWithPreset: 'Keep the red of the coat',
    hint: 'Write it as a command, and say what must stay.',
  },

  strength: { label: 'Strength', unit: ' %' },

  seed: {
    more: 'More',
    legend: 'Seed',
    hint: 'The same seed, picture and prompt give the same result.',
    random: 'A new one each time',
    fixed: 'Always this one',
    number: 'Seed number',
    roll: 'Another random seed',
    copy: 'Copy the seed',
  },

  inputs: {
    legend: 'Settings of this workflow',
    own: (value: string) => (value === '' ? 'As the workflow has it' : `${value} (the workflow’s own)`),
    switched: (label: string, on: boolean) => `${label} ${on ? 'on' : 'off'}`,
    reset: 'All as the workflow has them',
  },

  gpu: {
    label: 'Draft or final: GPU',
    own: 'As the workflow has it',
    choice: (gpu: string, price: string) => `${gpu} · ${price} a second`,
    draft: (choice: string) => `Draft: ${choice}`,
    final: (choice: string) => `Final: ${choice}`,
    chosen: (gpu: string) => `on ${gpu}`,
    hint: 'A cheap one is enough for drafts; a fast one is for final pictures.',
    hintChosen: 'How long it takes there is learnt from your own runs on it.',
  },

  run: {
    form: 'Quick prompt',
    button: 'Restyle',
    busy: 'Sending…',
    needsPicture: 'Add a picture first.',
    needsPrompt: 'Choose a preset, or write what should change.',
    sending: 'The picture is on its way.',
  },

  error: {
    copyDetails: 'Copy details',
  },

  jobs: {
    cancel: 'Cancel',
    retry: 'Run again',
    vary: 'Another version',
    startOver: 'Change and run again…',
    open: (title: string) => `Open ${title}`,
    compare: 'Compare',
    download: 'Download',
    clean: 'Download a clean copy',
    copy: 'Copy',
    share: 'Share',
    more: (title: string) => `More for ${title}`,
    toBatch: 'Add to the next batch',
    inHistory: 'Show in the history',
    copyDetails: 'Copy details of the error',
    dismiss: 'Remove from the list',
    ended: {
      done: (title: string) => `${title} is ready.`,
      failed: (title: string) => `${title} failed.`,
      cancelled: (title: string) => `${title} was cancelled.`,
    },
  },

  compare: {
    slider: 'Compare with the original',
    value: (percent: number) => `${percent} % original`,
    hold: 'Hold to see the original',
    original: 'Original',
    before: (label: string) => `Original of ${label}`,
    after: (label: string) => `${label}, restyled`,
  },

  result: {
    toolbar: 'Restyled picture',
    compare: 'Compare',
    download: 'Download',
    clean: 'Clean copy',
    copy: 'Copy',
    again: 'Try again…',
    send: 'Send to Figma',
    more: 'More',
    pickAnother: 'Pick another',
    crop: 'Crop…',
    close: 'Close',
  },

  connect: {
    form: 'Connect ComfyDeploy',
    apiKey: 'API key',
    apiKeyHint: 'In ComfyDeploy, under Settings, API keys. It is kept encrypted in this browser.',
    showKey: 'Show the key',
    hideKey: 'Hide the key',
    deploymentId: 'Deployment id',
    deploymentIdHint: 'The person who set up your workflow has it. It looks like 1a2b3c4d-5e6f-….',
    ownServer: 'Own server',
    baseUrl: 'Server address',
    baseUrlHint: 'Change it only if your team runs its own ComfyDeploy, or a relay.',
    storageOrigins: 'Addresses of its picture storage',
    storageOriginsHint: 'One a line. Leave it empty to use the usual ones.',
    privacy:
      'Pictures are uploaded to your team’s ComfyDeploy storage. Anyone who has a picture’s secret link can open it, and pictures cannot be deleted from here.',
    button: 'Connect',
    checking: 'Checking…',
    needsKey: 'Paste an API key first.',
    needsDeployment: 'Enter a deployment id first.',
    connected: (name: string) => `Connected to ${name}`,
    gpu: (gpu: string) => `Runs on ${gpu}.`,
    inputs: (names: readonly string[]) => `Takes ${names.join(', ')}.`,
  },
} as const;
