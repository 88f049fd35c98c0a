import { AppError } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { LayerPreview } from '../bridge/layer.ts';
import type { LayerPicture, Params } from '../bridge/messages.ts';
import type { Bytes } from '../bridge/shape.ts';
import { keepsChildren } from './can-fill.ts';
import { drawWithout, showsShadow } from './draw-without.ts';
import { exactParts } from './exact-parts.ts';
import { exportScale } from './export-scale.ts';
import { findLayer } from './find-layer.ts';
import { layerProblem } from './layer-problem.ts';
import { readNote } from './note.ts';
import { onlyPicture } from './paints.ts';
import type { Placed } from './placed.ts';

/** Twice the size it is shown at, for sharp screens. */
const thumbnailSidePx = 80;

/**
 * The picture to restyle. A result gives the one it was made from, so that nothing is restyled twice;
 * a layer that is one picture gives that; every other layer is drawn as it is seen. With absolute
 * bounds a drawing covers exactly the layer's box, without shadows beside or within it, so that the result
 * fits when put back. Raises `layer-gone`, and `layer-not-exportable` with the reason in words.
 */
export async function exportLayer({ nodeId, way, exactIds }: Params<'export-layer'>): Promise<LayerPicture> {
  const { node, box } = await findExportable(nodeId);
  const kept = (await keptImage(node)?.getBytesAsync()) as Bytes | undefined;
  const scale = exportScale(node, box);
  const bytes = kept ?? (await drawLayer(node, hiddenParts(node, way, exactIds), scale));
  const { x, y, width, height } = box;
  return {
    bytes,
    scale,
    box: { xPx: x, yPx: y, widthPx: width, heightPx: height },
    place: { transform: node.absoluteTransform, widthPx: node.width, heightPx: node.height },
    isUpright: kept !== undefined,
  };
}

/** What a layer looks like, and the size of the picture that `exportLayer` will make of it. */
export async function previewLayer(nodeId: string): Promise<LayerPreview> {
  const { node, box } = await findExportable(nodeId);
  const longest = box.width > box.height ? 'WIDTH' : 'HEIGHT';
  const thumbnail = await drawPng(node, { type: longest, value: thumbnailSidePx });
  const kept = await keptImage(node)?.getSizeAsync();
  const scale = exportScale(node, box);
  const { width, height } = kept ?? { width: node.width * scale, height: node.height * scale };
  return { thumbnail, widthPx: Math.round(width), heightPx: Math.round(height) };
}

/** What is sent instead of a drawing, by the same rules as in `exportLayer`. */
export function sentOf(node: SceneNode): 'look' | 'picture' | 'original' {
  if (readNote(node)?.originalHash) return 'original';
  return onlyPicture(node) ? 'picture' : 'look';
}

function keptImage(node: SceneNode): Image | null {
  const hash = readNote(node)?.originalHash ?? onlyPicture(node)?.imageHash;
  return hash ? figma.getImageByHash(hash) : null;
}

/** A frame's fill is restyled without the layers in it, which stay live above it. */
function hiddenParts(node: Placed, way: string, exactIds: readonly string[]): readonly SceneNode[] {
  if (way === 'fill' && keepsChildren(node) && 'children' in node) return node.children;
  return exactParts(node, exactIds);
}

function drawLayer(node: Placed, hidden: readonly SceneNode[], scale: number): Promise<Bytes> {
  const constraint = { type: 'SCALE', value: scale } as const;
  if (hidden.length === 0 && !showsShadow(node)) return drawPng(node, constraint);
  return drawWithout(node, hidden, (copy) => drawPng(copy, constraint));
}

async function findExportable(nodeId: string): Promise<{ node: Placed; box: Rect }> {
  const node = await findLayer(nodeId);
  const problem = layerProblem(node);
  const box = 'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null;
  if (problem || !box || !('absoluteTransform' in node)) {
    throw new AppError('layer-not-exportable', figmaWords.layers.problems[problem ?? 'no-area']);
  }
  return { node, box };
}

async function drawPng(node: Placed, constraint: ExportSettingsConstraints): Promise<Bytes> {
  const settings = { format: 'PNG', colorProfile: 'SRGB', useAbsoluteBounds: true, constraint } as const;
  return (await node.exportAsync(settings)) as Bytes;
}
