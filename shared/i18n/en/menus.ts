/** Words of the context menu, badge and notifications. */
export const menuWords = {
  root: 'Restyle',
  quickPrompt: 'Quick prompt…',
  here: 'Restyle a picture here…',
  shortcut: 'Pick a picture from the page',
  doneTitle: 'Your picture is ready',
  failedTitle: 'The picture was not made',
} as const;
