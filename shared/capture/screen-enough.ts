/** What workflows make use of: they scale every picture to about this many pixels. */
export const usefulAreaPx = 1024 * 1024;

const enoughRatio = 0.8;

type Shown = {
  /** Pixels of the screen that show the picture. */
  seenAreaPx: number;
  /** Of the file; 0 where the page does not know. */
  widthPx: number;
  heightPx: number;
};

/** Whether the screen shows about as much of a picture as its file could give: then nobody need be asked. */
export function isScreenEnough({ seenAreaPx, widthPx, heightPx }: Shown): boolean {
  const fileAreaPx = widthPx * heightPx || usefulAreaPx;
  return seenAreaPx >= enoughRatio * Math.min(fileAreaPx, usefulAreaPx);
}
