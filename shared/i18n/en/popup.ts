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
  pick: 'Pick from the page',
  beside: 'Open at the side',
  closed:
    'The browser keeps every extension off this page. Copy or save the picture and paste, drop or choose it below, or give its address.',
  closedBeside:
    'The browser opens a page to Restyle only by a click or key there: right-click it and choose “Restyle a picture here…”, or press Alt+Shift+Y. On the browser’s own pages, paste, drop or choose a picture below, or give its address.',
  address: 'Address of a picture',
  fetch: 'Fetch',
  showOnPage: 'Show on the page',
  pageGone: 'The page it came from was closed or has changed. The result is here.',
  onThisPage: {
    title: (count: number) => (count === 1 ? 'Shown on this page' : `${count} shown on this page`),
    hold: 'Hold for the page before',
    photograph: 'Save a picture of the page',
    fileName: 'page with restyled pictures',
    saved: (fileName: string) => `Saved as ${fileName}`,
    notTaken: 'The browser did not let us take a picture of this page. Click it once, then try again.',
  },
  about: (price: string) => (price.startsWith('under') ? price : `about ${price}`),
  wait: (seconds: number) => `Usually ready in about ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
} as const;
