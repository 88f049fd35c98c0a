/** Words of the picker on a page, and of the choice it ends in. */
export const pickerWords = {
  name: 'Restyle a picture of this page',
  hint: 'Click a picture, or use the arrow keys and Enter. Escape leaves.',
  drawHint: 'Drag a rectangle around what you want. Escape goes back.',
  none: 'There is no picture to be seen here. Draw an area instead.',
  place: (index: number, count: number) => `Picture ${index} of ${count}`,
  size: (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx} px`,
  spoken: (label: string, size: string, place: string) => `${label}, ${size}. ${place}.`,
  kinds: {
    image: 'Picture',
    background: 'Background',
    video: 'Video',
    canvas: 'Canvas',
    drawing: 'Drawing',
    area: 'Area of the page',
  },
  choose: 'Choose',
  all: (count: number) => `All pictures (${count})`,
  draw: 'Draw an area',
  leave: 'Leave',
  sheet: {
    title: 'Pictures of this page',
    found: (count: number) => (count === 1 ? '1 large picture' : `${count} large pictures`),
    everyOne: 'Select all',
    back: 'Back',
    go: (count: number) =>
      count === 0 ? 'Choose pictures' : count === 1 ? 'Choose 1 picture' : `Choose ${count} pictures`,
    copies: (count: number) => `shown ${count} times`,
  },
  choice: {
    title: 'What should it become?',
    several: (count: number) => `${count} pictures`,
    run: (price: string | null) => (price ? `Restyle · ${price}` : 'Restyle'),
    runSeveral: (count: number, price: string | null) =>
      price ? `Restyle ${count} · ${price}` : `Restyle ${count} pictures`,
    needsPreset: 'Choose a look. Nothing is sent before you press Restyle.',
    needsWords:
      'This look waits for words. Choose “Add to batch”: they are asked for there, once for all pictures.',
    ready: 'Nothing is sent before you press Restyle.',
    prompt: 'Quick prompt…',
    batch: 'Add to batch',
    reading: (count: number) => (count === 1 ? 'Reading the picture…' : `Reading ${count} pictures…`),
    added: (count: number, missed: number) =>
      `${count === 1 ? '1 picture is' : `${count} pictures are`} in the batch.${
        missed > 0 ? ` ${missed} could not be read; the panel says why.` : ''
      }`,
    openBatch: 'Open the batch',
    other: 'Another picture',
    close: 'Close',
  },
} as const;
