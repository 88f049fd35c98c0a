import type { SizePx } from '#shared/images/fit.ts';

/**
 * Width and height of what Flux Kontext was trained on. ComfyUI's FluxKontextImageScale takes the one
 * whose aspect is nearest and cuts the picture to it (comfy_extras/nodes_flux.py).
 */
const preferred: readonly (readonly [number, number])[] = [
  [672, 1568],
  [688, 1504],
  [720, 1456],
  [752, 1392],
  [800, 1328],
  [832, 1248],
  [880, 1184],
  [944, 1104],
  [1024, 1024],
  [1104, 944],
  [1184, 880],
  [1248, 832],
  [1328, 800],
  [1392, 752],
  [1456, 720],
  [1504, 688],
  [1568, 672],
];

/** Beyond this the strips would show: a banner of 8:1 is better cut by the workflow than framed by us. */
const maxExtension = 1.25;

/**
 * The frame around a picture in which Kontext cuts nothing of it off: of Kontext's nearest aspect, no
 * smaller than the picture on either side. Centred in it, the picture comes back where it was, and
 * cutting the result to the picture's aspect takes the frame off again.
 */
export function kontextFrame({ widthPx, heightPx }: SizePx): SizePx {
  const aspect = widthPx / heightPx;
  const aspects = preferred.map(([width, height]) => width / height);
  const nearest = aspects.reduce((best, each) =>
    Math.abs(each - aspect) < Math.abs(best - aspect) ? each : best,
  );
  const frame =
    nearest > aspect
      ? { widthPx: Math.round(heightPx * nearest), heightPx }
      : { widthPx, heightPx: Math.round(widthPx / nearest) };
  const extension = Math.max(frame.widthPx / widthPx, frame.heightPx / heightPx);
  return extension > maxExtension ? { widthPx, heightPx } : frame;
}
