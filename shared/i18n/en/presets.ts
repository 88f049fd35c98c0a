/** Over the families they are listed in. */
export const presetGroupWords = { yours: 'Yours', favourites: 'Favourites' } as const;

export const presetFileWords = {
  other: 'This is no file of Restyle presets.',
  unreadable: 'No preset in this file can be read.',
} as const;

/** Words about presets a person keeps. */
export const presetWords = {
  heading: 'Presets',
  lead: 'Yours and the built-in ones, as the menu and the panel list them. Your browser’s own sync carries yours to wherever you are signed in.',
  list: 'All presets',
  create: 'New preset',
  import: 'Import…',
  export: 'Export mine',
  imported: (count: number) => (count === 1 ? 'One preset was added.' : `${count} presets were added.`),
  deleted: (name: string) => `${name} is deleted.`,
  undo: 'Undo',
  keep: 'Save as preset',
  kept: (name: string) => `Saved as the preset “${name}”.`,
  rename: 'Name it…',
  unnamed: 'My preset',
  tooLongToKeep: 'This prompt is too long for a preset.',
  gone: 'The preset is no longer there.',
  tagged: (tag: string) => `Show what is tagged ${tag}`,
  builtIn: 'built in',
  hidden: 'hidden',
  otherVersion: 'changed on another browser at the same time',
  actions: {
    edit: (name: string) => `Edit ${name}`,
    copy: (name: string) => `Make a copy of ${name}`,
    export: (name: string) => `Save ${name} as a file`,
    remove: (name: string) => `Delete ${name}`,
    hide: (name: string) => `Hide ${name}`,
    show: (name: string) => `Show ${name} again`,
    favourite: (name: string) => `Keep ${name} at the front`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
  },
  copyOf: (name: string) => `${name} 2`,
  form: {
    new: 'A new preset',
    change: (name: string) => `Change ${name}`,
    name: 'Name',
    description: 'What it does, in a few words (optional)',
    folder: 'Folder (optional)',
    folderHint: 'One of the families, or a name of your own.',
    tags: 'Tags (optional)',
    tagsHint: 'Words to find it by, with commas between them: spring, campaign.',
    inputs: 'Settings of the workflow that it brings along',
    forgetInputs: 'Leave those as the workflow has them',
    prompt: 'Instruction to the model',
    promptHint:
      'Say what to change as a command, then what has to stay: “Turn this picture into …. Keep the composition, the faces and any text exactly as they are.” What changes from picture to picture goes in braces: {product}, or {product: the bottle} with what is sent when it is left empty.',
    safe: {
      label: 'Mark where it works best',
      hint: 'The panel shows it on the slider. It limits nothing.',
      from: 'Between',
      to: 'and',
      fromNumber: 'Works best from, in percent',
      toNumber: 'Works best up to, in percent',
      outside: 'Its own strength lies outside of that.',
    },
    picture: 'Choose a picture for it',
    noPicture: 'Remove its picture',
    save: 'Save preset',
    cancel: 'Cancel',
    needsName: 'Give it a name.',
    needsPrompt: 'Write an instruction.',
    tooLong: (most: number) => `At most ${most} characters.`,
  },
  staysHere: {
    tooLarge: (names: string) =>
      `Too large to sync, so kept on this browser only: ${names}. A shorter instruction or no picture helps.`,
    tooMany: (names: string) => `Your browser’s sync space is full, so kept on this browser only: ${names}.`,
    refused: 'Your browser did not take the newest changes into its sync just now. Restyle tries again.',
  },
} as const;
