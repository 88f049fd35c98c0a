/** Words of the context menu, badge and notifications. */
export const menuWords = {
  root: 'Restyle',
  quickPrompt: 'Quick prompt…',
  doneTitle: 'Your picture is ready',
  failedTitle: 'The picture was not made',
} as const;
