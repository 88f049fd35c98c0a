/** Words of the overlay on a page that the panel does not share. */
export const overlayWords = {
  reading: 'Reading the picture',
  result: (title: string) => `${title}, restyled`,
  saved: (fileName: string) => `Saved as ${fileName}`,
  copied: 'Copied',
  copyRefused: 'This page does not let us copy. Download it instead.',
} as const;
