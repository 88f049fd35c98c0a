/** Words of the comparison of two engines on one picture. */
export const compareWords = {
  label: 'Compare two engines',
  lead: 'Makes this picture twice, with the same prompt and seed, and shows both side by side.',
  first: 'One',
  second: 'And the other',
  button: 'Run both',
  costs: {
    about: (price: string) => `Costs ${price.startsWith('under') ? price : `about ${price}`}.`,
    unknown: 'What it costs is not known.',
    own: 'Runs on your own computer, at no charge.',
    cloud: 'Comfy Cloud charges your account.',
    server: (host: string) => `${host} charges its account.`,
    here: 'Runs on this device, at no charge.',
  },
  card: 'Comparison',
  seconds: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  noCharge: 'no charge',
  open: (name: string) => `Open the picture by ${name}`,
  cancel: 'Cancel both',
  remove: 'Remove both from the list',
  download: (name: string) => `Download the picture by ${name}`,
} as const;
