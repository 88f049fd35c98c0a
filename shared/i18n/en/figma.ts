const layers = (count: number) => (count === 1 ? '1 layer' : `${count} layers`);

/** Words of the Figma plugin that no other surface has. */
export const figmaWords = {
  layers: {
    heading: 'Selected layers',
    none: 'Select frames or layers on the canvas, drop a picture here, or paste one sent from your browser.',
    size: (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx}`,
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
    unlisted: (count: number) => `${count} more are selected. Restyle takes 200 at a time.`,
    problems: {
      hidden: 'Hidden. Show it to restyle it.',
      'no-area': 'Too thin or too small to restyle.',
      empty: 'Nothing in it can be seen.',
      unsupported: 'Figma makes no picture of this kind of layer.',
    },
    drop: 'Drop pictures to put them on the canvas, or a file of presets',
    fillsTooLarge: 'Its fills are too large to be kept for Revert. Place the result above it instead.',
    sent: { look: 'sent as seen', picture: 'its own picture sent', original: 'its original sent' },
    /** By the sample looks. */
    drawn: { look: 'drawn as seen', picture: 'its own picture drawn', original: 'its original drawn' },
    /** `600 × 400 · sent as seen, 1254 × 836`; the size comes with the thumbnail. */
    sends: (own: string, sent: string, size: { widthPx: number; heightPx: number } | null) =>
      `${own} · ${sent}${size ? `, ${size.widthPx} × ${size.heightPx}` : ''}`,
    madeWith: (title: string) => `Made with ${title}`,
    settings: 'Settings',
    settingsOf: (layer: string) => `Take over the settings of ${layer}`,
    vary: 'Vary',
    varyLayer: (layer: string) => `Another picture for ${layer}, from its original`,
    revert: 'Revert',
    revertLayer: (layer: string) => `Take away the result ${layer}`,
    exact: (kept: number, all: number) => `Keep exactly as they are: ${kept} of ${all} layers`,
    exactHint: 'They stay out of the picture and stand above the result, still editable.',
    exactText: 'All text',
  },

  look: {
    heading: 'Look',
    none: 'My prompt',
    all: (count: number) => `Show all ${count}`,
    fewer: 'Show fewer',
    prompt: 'What should change?',
    promptWithSeveral: 'Add to every look (optional)',
    promptWithPreset: (preset: string) => `Add to ${preset} (optional)`,
    placeholder: 'Turn the day into night, keep the people as they are',
    placeholderWithPreset: 'Keep the red of the coat',
    importPresets: 'Add presets from a file',
    mostPresets: (count: number) => `The plugin keeps ${count} presets.`,
    removePreset: (preset: string) => `Remove ${preset}`,
    strength: 'Strength',
    percent: (ratio: number) => `${Math.round(ratio * 100)} %`,
    seed: 'New seed for every layer',
    seedNumber: 'Seed',
  },

  run: {
    button: (count: number) => (count === 0 ? 'Restyle' : `Restyle ${layers(count)}`),
    variants: (count: number) => (count === 1 ? 'Make 1 variant' : `Make ${count} variants`),
    pictures: (count: number) => `Make ${count} pictures`,
    tooMany: (count: number, most: number) =>
      `That would be ${count} pictures. Restyle takes ${most} at a time.`,
    checking: 'Asking the server',
    shortcut: 'Ctrl or ⌘ + Enter',
    estimate: (seconds: number, price: string | null) =>
      `About ${seconds} s${price ? ` and ${price}` : ''} a picture`,
    total: (estimate: string, count: number, price: string | null) =>
      price ? `${estimate}, ${price} for ${count}` : estimate,
    needsLayer: 'Select a layer first.',
    needsSendable: 'None of the selected layers can be sent.',
    needsLook: 'Choose a look, or write what should change.',
    settings: 'Connection settings',
    otherRoute: 'Choose another route',
  },

  placing: {
    heading: 'Put results',
    ways: { above: 'Above', fill: 'As fill', beside: 'Beside', grid: 'Variants' },
    hints: {
      above: 'A new layer over each one, in the same box.',
      fill: 'In the layer itself; what is in a frame stays live above. Revert brings its fills back.',
      beside: 'Next to everything that holds the layer.',
      grid: 'One labelled frame a layer. Choose several looks.',
    },
    versions: 'Versions of each look',
    tiles: 'Keep every pixel over 4096, in tiles',
    tile: (number: number) => `Tile ${number}`,
  },

  campaign: {
    heading: (rows: number) =>
      rows === 0 ? 'Campaign table' : `Campaign table: ${rows === 1 ? '1 row' : `${rows} rows`}`,
    hint: 'Write {city} in the prompt, and a table with a column “city”: each row makes a picture of each layer. {layer:Headline} takes the words of a text layer, {variable:City} a variable.',
    rows: 'Rows, with the names of the columns first',
    placeholder: 'Paste from a sheet',
    open: 'Open a CSV',
    used: (names: readonly string[]) =>
      names.length === 0
        ? 'The prompt uses no column yet.'
        : `Fills ${names.map((name) => `{${name}}`).join(', ')}`,
    unfilled: (names: string) => `Nothing fills ${names}. Add a campaign table, or write the words out.`,
    gap: (row: number, name: string) => `Row ${row} of the table has nothing for {${name}}.`,
    idle: (column: string) =>
      `Every row would make the same picture. Write {${column}} in the prompt, or empty the table.`,
    repeats: (count: number) =>
      count === 1
        ? '1 picture of each layer would only repeat another, and is left out.'
        : `${count} pictures of each layer would only repeat others, and are left out.`,
    oneFill: 'A layer has one fill. Choose another place for several rows.',
    noText: (layer: string, name: string) => `${layer} has no text in a layer called “${name}”.`,
    noVariable: (name: string) => `This file has no variable called “${name}”.`,
    reading: 'Reading the layers',
    problems: {
      noRows: 'The table has names of columns, and no row below them.',
      tooLarge: 'The table is larger than 1 MB. Divide it.',
      unclosedQuote: 'A quotation mark in the table is never closed.',
      longRow: (row: number) => `Row ${row} of the table has more cells than there are columns.`,
      sameColumn: (column: string) => `Two columns of the table are called “${column}”.`,
    },
  },

  window: { resize: 'Resize the window: drag, or use the arrow keys' },

  jobs: {
    heading: 'Pictures in work',
    queued: 'Waiting for its turn',
    exporting: 'Exporting from Figma',
    placing: 'Placing it',
    drawing: 'Drawing a sample look here',
    placed: {
      above: 'Placed above the layer',
      'above-component': 'Placed above the component, which stays as it is',
      'above-no-fill': 'Placed above the layer, which has no fill of its own',
      'above-locked': 'Placed above the layer, which is locked',
      fill: 'Placed as the layer’s fill',
      beside: 'Placed beside the layer',
      grid: 'Placed among the variants',
      renewed: 'Renewed from its original',
      page: 'Placed on this page',
    },
    variant: (layer: string, label: string) => `${layer}: ${label}`,
    batch: (placed: number, all: number, failed: number, spent: string | null) =>
      [`${placed} of ${all} placed`, failed > 0 && `${failed} failed`, spent && `${spent} so far`]
        .filter(Boolean)
        .join(' · '),
    cancelAll: 'Cancel all',
    retryFailed: 'Retry failed',
    shrunk: 'Made smaller: Figma takes 4096 pixels a side.',
    tiled: (count: number) => `Every pixel kept, in ${count} tiles.`,
    cancelled: 'Cancelled',
    cancel: (layer: string) => `Cancel ${layer}`,
    show: 'Show',
    showLayer: (layer: string) => `Show the result for ${layer}`,
    resultGone: 'That result is no longer in this file.',
    dismiss: (layer: string) => `Remove ${layer} from the list`,
    placeOnPage: 'Put it on this page',
    progress: 'Progress',
    held: (count: number, since: string | null) =>
      `${count === 1 ? '1 picture was' : `${count} pictures were`} asked for${since ? ` on ${since}` : ' earlier'} and not made yet.`,
    makeHeld: (count: number, price: string | null) =>
      `Make ${count === 1 ? 'it' : 'them'}${price ? `, about ${price}` : ''}`,
    leaveHeld: (count: number) => `Leave ${count === 1 ? 'it' : 'them'}`,
    elsewhere: (count: number) =>
      `${count === 1 ? '1 picture belongs' : `${count} pictures belong`} to another file. Open it there to get it.`,
    ended: (layer: string, words: string) => `${layer}: ${words}`,
    copyDetails: 'Copy details',
    copied: 'Copied',
  },

  samples: {
    /** After the title of a picture, wherever it is named. */
    mark: ' (sample look)',
    notice: 'Sample looks, not your team’s model',
    estimate: 'Drawn on this device, free',
    offer: 'No details yet?',
    begin: 'Try with sample looks',
    connect: 'Connect',
  },

  connect: {
    heading: 'Connect Restyle',
    intro: 'Once per computer. Your team’s admin has what goes in here.',
    ways: 'Who makes the pictures',
    routes: { relay: 'Team relay', browser: 'This browser', direct: 'Direct', device: 'Sample looks' },
    needs: {
      relay: 'Needs a token of your own, from your admin.',
      browser: 'Needs the Restyle extension beside Figma.',
      direct: 'Needs a server of your own that lets Figma in.',
      device: 'Needs nothing. Not your team’s model.',
    },
    states: { none: '', testing: 'Testing', ok: 'Works', failed: 'Does not work' },
    inUse: 'In use',
    routeHints: {
      relay:
        'The small server your team runs. It holds the ComfyDeploy key, so you need only your own token.',
      browser:
        'For Figma in a browser that has the Restyle extension. Press Connect Figma in its settings, and paste the code here within two minutes. The key stays in the extension.',
      direct:
        'Only for a ComfyDeploy server of your own that lets Figma in, with its picture storage (Access-Control-Allow-Origin: *). ComfyDeploy’s hosted service does not.',
      device:
        'Picture filters that this computer draws: free, without a network, marked “sample look” wherever they go. To see how Restyle works before your team is connected.',
    },
    address: { relay: 'Relay address', direct: 'Server address' },
    secret: { relay: 'Your token', browser: 'One-time code', direct: 'API key' },
    deploymentId: 'Deployment id',
    deploymentHint: '1a2b3c4d-…',
    secretKept: 'Kept on this computer only, never in a file.',
    privacy:
      'Pictures go to your team’s ComfyDeploy storage. Anyone who has a picture’s secret link can open it, and pictures cannot be deleted from here.',
    staysHere: 'Pictures stay in this window.',
    test: { relay: 'Test connection', browser: 'Pair', direct: 'Test connection', device: 'Draw a test' },
    connected: (name: string) => `Connected to ${name}`,
    drawsHere: 'Sample looks are drawn here',
    done: 'Start restyling',
    back: 'Back',
    otherRoute: { relay: 'Use the team relay', direct: 'Connect directly' },
    needsSecret: {
      relay: 'Paste your token first.',
      browser: 'Paste the code first.',
      direct: 'Paste the API key first.',
    },
    needsDeployment: 'Enter the deployment id first.',
  },
} as const;

/** What Figma itself says for the plugin, which is not in the panel. */
export const figmaQuickWords = {
  reverted: (count: number) =>
    count === 0
      ? 'Nothing here was made with Restyle.'
      : `Took away ${count === 1 ? '1 result' : `${count} results`}.`,
  strengthWrong: 'A number from 0 to 100',
  fromFile: (name: string, count: number) =>
    count === 1 ? `${name} (from a file)` : `${name} (from a file, ${count})`,
} as const;
