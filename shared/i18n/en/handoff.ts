/** Words of the browser about pictures that go to Figma or come from there. */
export const handoffWords = {
  preparing: 'Preparing it for Figma…',
  copied: 'Copied for Figma. Open Restyle’s plugin there, click into it and paste.',
  waiting: 'It waits in Restyle’s plugin in Figma. Copied too, to paste it elsewhere.',
  waitingOnly: 'It waits in Restyle’s plugin in Figma.',
  refused: 'The browser did not allow copying. Download it, and drop the file on Restyle’s plugin in Figma.',
  /** What a picture is called that came without a name. */
  unnamed: 'picture from Figma',
} as const;

/** Words of the plugin about pictures that go to a browser or come from there. */
export const figmaHandoffWords = {
  waiting: (name: string) => (name === '' ? '1 picture from your browser' : `From your browser: ${name}`),
  put: 'Put it here',
  putOf: (name: string) => `Put ${name === '' ? 'the picture from your browser' : name} on the canvas`,
  leave: 'No, thanks',
  leaveOf: (name: string) => `Leave ${name === '' ? 'the picture' : name} in the browser`,
  taking: 'Fetching it',
  taken: 'Its settings are filled in below. Nothing is run before you press.',
  takenPlain: 'On the canvas and selected.',
  open: 'Open in browser',
  openOf: (layer: string) => `Open in browser: ${layer}`,
  preparing: 'Preparing it',
  opened: 'Opened in your browser.',
  copied: 'Copied. Open Restyle in a browser and paste.',
  copy: 'Copy it for the browser',
  paste: 'Paste from your browser',
  pasteHere: 'Paste here: Ctrl or ⌘ + V',
  pasteOther: 'That is no picture that Restyle has copied in a browser.',
  presetsFull:
    'Your presets no longer meet those of your browser: Figma has no room for all of them. Delete some in the browser.',
  /** What a picture is called that came without a name. */
  unnamed: 'Picture',
} as const;
