import type { FakeDocument } from './fake-document.ts';
import type { FakeImages } from './fake-images.ts';
import type { Box, Matrix } from './matrix.ts';
import type { NodeData, Paint } from './node-data.ts';

export type Shape = {
  kind: 'rectangle' | 'ellipse';
  /** From the shape's own pixels to the canvas. */
  transform: Matrix;
  width: number;
  height: number;
  radius: number;
  fill: { color: { r: number; g: number; b: number }; opacity: number } | { image: number };
};

/** What an export shows, for the host to draw. */
export type Scene = { box: Box; widthPx: number; heightPx: number; shapes: Shape[] };

type Settings = { useAbsoluteBounds?: boolean; constraint?: { type: string; value: number } };

export function sceneOf(
  document: FakeDocument,
  images: FakeImages,
  data: NodeData,
  { useAbsoluteBounds = false, constraint = { type: 'SCALE', value: 1 } }: Settings,
): { scene: Scene; pictures: Uint8Array[] } {
  const box = document.bounds(data);
  if (!box || !document.isShown(data))
    throw new Error('in exportAsync: This node may not have any visible layers');
  const margin = useAbsoluteBounds ? 0 : Number(data.properties.shadowReach ?? 0);
  const drawn = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
  const scale = scaleOf(constraint, drawn);
  const pictures: Uint8Array[] = [];
  const shapes = shapesOf(document, data).map(([node, fill]) =>
    shapeFrom(document, images, node, fill, pictures),
  );
  const widthPx = Math.max(1, Math.round(drawn.width * scale));
  const heightPx = Math.max(1, Math.round(drawn.height * scale));
  return { scene: { box: drawn, widthPx, heightPx, shapes }, pictures };
}

function scaleOf({ type, value }: { type: string; value: number }, box: Box): number {
  if (type === 'WIDTH') return value / box.width;
  return type === 'HEIGHT' ? value / box.height : value;
}

/** Visible fills in the order they are painted. */
function shapesOf(document: FakeDocument, data: NodeData): [NodeData, Paint][] {
  if (data.properties.visible === false) return [];
  const own = (Array.isArray(data.properties.fills) ? (data.properties.fills as Paint[]) : []).filter(
    (fill) => fill.visible !== false,
  );
  const inner = document.children(data).flatMap((child) => shapesOf(document, child));
  return [...own.map((fill): [NodeData, Paint] => [data, fill]), ...inner];
}

function shapeFrom(
  document: FakeDocument,
  images: FakeImages,
  data: NodeData,
  fill: Paint,
  pictures: Uint8Array[],
): Shape {
  const isImage = fill.type === 'IMAGE';
  const color = (fill.color ?? { r: 0, g: 0, b: 0 }) as { r: number; g: number; b: number };
  return {
    kind: data.type === 'ELLIPSE' ? 'ellipse' : 'rectangle',
    transform: document.absoluteTransform(data),
    ...document.size(data),
    radius: Number(data.properties.topLeftRadius ?? 0),
    fill: isImage
      ? { image: pictures.push(images.bytes(fill.imageHash)) - 1 }
      : { color, opacity: Number(fill.opacity ?? 1) },
  };
}
