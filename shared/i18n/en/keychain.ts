/** Words about one account on a person's several browsers. */
export const keychainWords = {
  heading: 'Your other browsers',
  off: 'Use Restyle on your other browsers too: choose a sync password. Your keys are locked with it before they enter your browser’s own sync, and nobody without it can open them, not even we.',
  on: 'Your other browsers can use your connections: open the settings there and enter the sync password once. A key you change here is changed there.',
  locked:
    'Connections of yours are waiting, locked on another browser. Enter your sync password to use them here.',
  nothingToShare: 'Connect an engine first; then its key can be locked for your other browsers.',
  password: 'Sync password',
  passwordHint:
    'At least 12 characters; three or four words are best. It cannot be recovered, only replaced.',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  tooShort: 'At least 12 characters.',
  wrong: 'This is not the password they were locked with.',
  failed: (detail: string) => `Your browser’s sync did not take it: ${detail}`,
  turnOn: 'Lock and sync',
  working: 'A moment…',
  unlock: 'Unlock',
  change: 'Change the password',
  turnOff: 'Stop syncing keys',
  turnOffMeans:
    'Browsers that are connected already stay connected. To shut one out, revoke the key where it was made.',
  forgotten: 'Forget them and start anew',
  waiting: 'From your other browsers',
  use: (name: string) => `Use ${name} here`,
  /** About browsers that work through the team's relay. */
  device: {
    lead: 'Your relay’s token is this browser’s alone and is not synced: lose a browser, and only its token is revoked, with what it has let in. Another browser of yours is let in from here.',
    approve: 'Let in another browser',
    link: 'Link for your other browser',
    linkHint:
      'Open it there within an hour. It works once and gives that browser a token of its own; connect with it in Restyle’s settings.',
    copy: 'Copy the link',
    failed: (detail: string) =>
      `Your relay made no link: ${detail}. Whoever runs it may have to bring it up to date, or can send you a link.`,
  },
  refused: 'Your browser did not allow its hosts, so nothing was connected.',
} as const;
