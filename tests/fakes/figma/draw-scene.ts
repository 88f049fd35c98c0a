import sharp from 'sharp';
import type { Scene, Shape } from './sandbox/scene.ts';

/** An export as Figma would make it: flat colours and pictures where the layers lie. */
export async function drawScene(
  { box, widthPx, heightPx, shapes }: Scene,
  pictures: readonly Uint8Array[],
): Promise<Uint8Array> {
  const elements = shapes.map((shape) => element(shape, pictures)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${box.x} ${box.y} ${box.width} ${box.height}" preserveAspectRatio="none">${elements}</svg>`;
  return sharp(Buffer.from(svg), { unlimited: true }).png({ compressionLevel: 1 }).toBuffer();
}

function element(shape: Shape, pictures: readonly Uint8Array[]): string {
  const [[a, c, e], [b, d, f]] = shape.transform;
  const placed = `transform="matrix(${[a, b, c, d, e, f].join(' ')})"`;
  const { width, height, radius, fill } = shape;
  if ('image' in fill) {
    const data = Buffer.from(pictures[fill.image] ?? []).toString('base64');
    return `<image ${placed} width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,${data}"/>`;
  }
  const { r, g, b: blue } = fill.color;
  const paint = `fill="rgb(${[r, g, blue].map((part) => Math.round(part * 255)).join(' ')})" fill-opacity="${fill.opacity}"`;
  if (shape.kind === 'ellipse') {
    return `<ellipse ${placed} ${paint} cx="${width / 2}" cy="${height / 2}" rx="${width / 2}" ry="${height / 2}"/>`;
  }
  return `<rect ${placed} ${paint} width="${width}" height="${height}" rx="${radius}"/>`;
}
