import type { Refusal } from '#shared/capture/receipt.ts';

/** Between overlay frames and the background. */
export type OverlayMessages = {
  /** How the frame wants to lie on its page. */
  'overlay.layout': (question: { jobId: string; layout: OverlayLayout }) => PictureFit | null;
  /** Opens one of the extension's own pages in a tab. */
  'overlay.open': (question: { path: `/${string}` }) => void;
  'overlay.close': (question: { jobId: string }) => void;
  /** Opens the picker on the page of a job: another picture was meant. False where the page is closed by now. */
  'overlay.pickAnother': (question: { jobId: string }) => boolean;
  /** Goes on with a job by what the screen shows, and asks no more for hosts on that site. */
  'overlay.useScreen': (question: { jobId: string }) => void;
  /** Reads a job's picture once more for the panel, after its host was allowed. */
  'overlay.useLarger': (question: { jobId: string }) => void;
};

/**
 * `card` and the taller `error` and `choice` lie beside the picture; `result` exactly over it, with a strip
 * of buttons below.
 */
export type OverlayLayout = 'card' | 'error' | 'choice' | 'result';

/** How a page shows its picture, so that the result is shown alike: a thumbnail may be cut. */
export type PictureFit = {
  /** `null` where the frame itself is as wide as its picture. */
  widthPx: number | null;
  objectFit: string;
  objectPosition: string;
};

/** How tall the strip under a result is. */
export const toolbarHeightPx = 44;

/** From the background to the agent in the page. Answers are plain data. */
export type AgentRequest =
  | { agent: 'claim'; jobId: string; pictureUrl: string; frameUrl: string | null }
  | { agent: 'read'; jobId: string; addressIndex: number }
  | { agent: 'piece'; jobId: string; fromBytes: number }
  | { agent: 'pixels'; jobId: string; svgUrl?: string }
  | { agent: 'box'; jobId: string }
  | { agent: 'reveal'; jobId: string }
  | { agent: 'layout'; jobId: string; layout: OverlayLayout }
  | { agent: 'remove'; jobId: string };

/** Where a picture stands in its tab's viewport, in CSS pixels. */
export type BoxPx = { xPx: number; yPx: number; widthPx: number; heightPx: number };

export type ClaimAnswer = {
  label: string;
  found: boolean;
  picture: PictureFacts;
  /** Nothing of ours can be laid over its pictures. */
  isSandboxed: boolean;
};

/** What the page knows of a claimed picture. */
export type PictureFacts = {
  /** As the page's `origin`: "null" where it has none. */
  pageOrigin: string;
  /** Where it can be read; long ones are cut short, for the agent has them in full. */
  addresses: readonly PictureAddress[];
  /** In pixels of the file; 0 where the page does not know. */
  widthPx: number;
  heightPx: number;
  /** Pixels of the screen that show it now. */
  seenAreaPx: number;
  /** In no file: a canvas, a frame of a video, a drawing. */
  isDrawn: boolean;
};

export type PictureAddress = { url: string; isGuess: boolean };

export type Refused = { ok: false; refusal: Refusal };
/** The file's first piece, and how much there is of it in all. */
export type ReadAnswer = { ok: true; sizeBytes: number; dataUrl: string } | Refused;
/** Frames hide themselves until `reveal`. */
export type BoxAnswer = { ok: true; box: BoxPx; pixelRatio: number; isPartial: boolean } | Refused;
