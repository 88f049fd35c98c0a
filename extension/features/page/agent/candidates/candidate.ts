/**
 * What a candidate is to its element. `image`: a file the element shows (img, input, SVG image, object,
 * embed). `background`: a file that a style paints. `video`, `canvas`, `drawing` (inline SVG): pixels
 * that are in no file, or no longer. `area`: a rectangle that a person drew over the page, or a frame of
 * another site, to be had from the screen only.
 */
export type PictureKind = 'image' | 'background' | 'video' | 'canvas' | 'drawing' | 'area';

/** A picture on the page that can be read. */
export type Candidate = {
  element: Element;
  kind: PictureKind;
  /** Addresses of the same picture, absolute, the largest first; none where it is in no file. */
  urls: readonly string[];
  /** Addresses that are likely to show the same picture larger: to be compared before they are believed. */
  largerUrls: readonly string[];
  /** In pixels of the file or buffer; 0 where the page does not know. */
  naturalWidthPx: number;
  naturalHeightPx: number;
  /** In CSS pixels of the viewport the agent stands in, also where the element is in a frame within. */
  box: DOMRect;
};

/** Smaller ones are separators, trackers and icons. */
export const minPictureSidePx = 16;
