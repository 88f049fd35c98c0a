import { AppError } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { LayerPicture } from '../bridge/messages.ts';
import type { Bytes } from '../bridge/shape.ts';
import { exportScale } from './export-scale.ts';
import { findLayer } from './find-layer.ts';
import { layerProblem } from './layer-problem.ts';

/** Twice the size it is shown at, for sharp screens. */
const thumbnailSidePx = 80;

/**
 * A layer as it is seen, at a size that suits the engine. With absolute bounds the picture covers
 * exactly the layer's box, without shadows beside it, so that the result fits when put back.
 * Raises `layer-gone`, and `layer-not-exportable` with the reason in words.
 */
export async function exportLayer(nodeId: string): Promise<LayerPicture> {
  const { node, box } = await findExportable(nodeId);
  const scale = exportScale(node, box);
  const bytes = await drawPng(node, { type: 'SCALE', value: scale });
  const { x, y, width, height } = box;
  return {
    bytes,
    scale,
    box: { xPx: x, yPx: y, widthPx: width, heightPx: height },
    place: { transform: node.absoluteTransform, widthPx: node.width, heightPx: node.height },
  };
}

export async function drawThumbnail(nodeId: string): Promise<Bytes> {
  const { node, box } = await findExportable(nodeId);
  const longest = box.width > box.height ? 'WIDTH' : 'HEIGHT';
  return drawPng(node, { type: longest, value: thumbnailSidePx });
}

type Exportable = Extract<SceneNode, { absoluteTransform: Transform; exportAsync: unknown }>;

async function findExportable(nodeId: string): Promise<{ node: Exportable; box: Rect }> {
  const node = await findLayer(nodeId);
  const problem = layerProblem(node);
  const box = 'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null;
  if (problem || !box || !('absoluteTransform' in node)) {
    throw new AppError('layer-not-exportable', figmaWords.layers.problems[problem ?? 'no-area']);
  }
  return { node, box };
}

async function drawPng(node: Exportable, constraint: ExportSettingsConstraints): Promise<Bytes> {
  const settings = { format: 'PNG', colorProfile: 'SRGB', useAbsoluteBounds: true, constraint } as const;
  return (await node.exportAsync(settings)) as Bytes;
}
