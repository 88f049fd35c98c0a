import sharp from 'sharp';
import type { Scene } from './sandbox/scene.ts';
import { sceneSvg } from './scene-svg.ts';

/** An export as Figma would make it, in real pixels. */
export async function drawScene(scene: Scene, pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const drawn = sharp(Buffer.from(sceneSvg(scene, pictures)), { unlimited: true });
  const encoded = scene.isJpeg
    ? drawn.flatten({ background: '#ffffff' }).jpeg()
    : drawn.png({ compressionLevel: 1 });
  return encoded.toBuffer();
}
