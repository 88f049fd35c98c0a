/** Between overlay frames and the background. */
export type OverlayMessages = {
  /** How the frame wants to lie on its page. */
  'overlay.layout': (question: { jobId: string; layout: OverlayLayout }) => PictureFit | null;
  'overlay.close': (question: { jobId: string }) => void;
};

/** `card` and the taller `error` lie beside the picture; `result` exactly over it, with a strip of buttons below. */
export type OverlayLayout = 'card' | 'error' | 'result';

/** How a page shows its picture, so that the result is shown alike: a thumbnail may be cut. */
export type PictureFit = { widthPx: number; objectFit: string; objectPosition: string };

/** How tall the strip under a result is. */
export const toolbarHeightPx = 44;

/** From the background to the agent in the page. Answers are plain data. */
export type AgentRequest =
  | { agent: 'claim'; jobId: string; pictureUrl: string; frameUrl: string }
  | { agent: 'read'; jobId: string; pictureUrl: string }
  | { agent: 'box'; jobId: string; pictureUrl: string }
  | { agent: 'reveal'; jobId: string }
  | { agent: 'layout'; jobId: string; layout: OverlayLayout }
  | { agent: 'remove'; jobId: string };

/** Where a picture stands in its frame's viewport, in CSS pixels. */
export type BoxPx = { xPx: number; yPx: number; widthPx: number; heightPx: number };

export type ClaimAnswer = { label: string; found: boolean };
export type ReadAnswer = { ok: true; dataUrl: string } | { ok: false; reason: string };
/** `null` when the picture is not wholly in view; frames hide themselves until `reveal`. */
export type BoxAnswer = { box: BoxPx; pixelRatio: number } | null;
