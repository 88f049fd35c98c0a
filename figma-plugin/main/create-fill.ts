import { AppError } from '#shared/errors/app-error.ts';
import { maxSidePx } from '../bridge/figma-limits.ts';

/**
 * A picture as a fill. Figma takes PNG, JPEG and GIF of at most 4096 pixels a side, and what it says
 * of others is not for people. Raises `result-unreadable` and `picture-too-large`.
 */
export function createFill(bytes: Uint8Array): ImagePaint {
  try {
    return { type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.createImage(bytes).hash };
  } catch (error) {
    const detail = String(error);
    const isTooLarge = /too large/i.test(detail);
    throw isTooLarge
      ? new AppError('picture-too-large', `Figma takes pictures of up to ${maxSidePx} pixels a side.`)
      : new AppError('result-unreadable', `Figma does not take the picture: ${detail}`);
  }
}
