/** Words of the popup that the panel does not share. */
export const popupWords = {
  title: 'Restyle',
  studio: 'Batch',
  settings: 'Settings',
  connectFirst: 'Connect your team’s ComfyDeploy once, then every picture is a click away.',
  connect: 'Connect',
  key: {
    'expires-soon': 'The key you signed in with expires within a day.',
    expired: 'The key you signed in with has expired: pictures will not run until there is a new one.',
  },
  renewKey: 'Sign in again',
  recent: 'Recent pictures',
  about: (price: string) => (price.startsWith('under') ? price : `about ${price}`),
  wait: (seconds: number) => `Usually ready in about ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
} as const;
