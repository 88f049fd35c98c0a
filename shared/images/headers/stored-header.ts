/** EXIF's eight ways to turn and mirror a stored picture; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What a file says of its picture, before its orientation is applied. */
export type StoredHeader = {
  widthPx: number;
  heightPx: number;
  orientation: Orientation;
  /** Whether the format leaves room for transparent pixels; there may still be none. */
  mayHaveAlpha: boolean;
  animated: boolean;
  /** Stored without loss, so that flat art may be smaller as PNG than as JPEG. */
  lossless: boolean;
};
