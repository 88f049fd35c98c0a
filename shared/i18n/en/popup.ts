/** Words of the popup that the panel does not share. */
export const popupWords = {
  title: 'Restyle',
  studio: 'Batch',
  settings: 'Settings',
  connectFirst: 'Connect your team’s ComfyDeploy once, then every picture is a click away.',
  connect: 'Connect',
  recent: 'Recent pictures',
  about: (price: string) => (price.startsWith('under') ? price : `about ${price}`),
  wait: (seconds: number) => `Usually ready in about ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
} as const;
