import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Placing } from '../bridge/placing.ts';
import { createFill } from './create-fill.ts';
import { onlyPicture } from './paints.ts';
import type { Placed } from './placed.ts';
import { takeOut } from './take-out.ts';

type Tiles = Pick<Placing, 'tiles' | 'pictureSize'>;

/**
 * Where the whole picture lies in its layer, in the layer's pixels: as the layer shows its own, else
 * in the layer's box. `null` where it is cut at an angle, which upright tiles cannot show.
 */
export function pictureBox(layer: Placed, { widthPx, heightPx }: Placing['pictureSize']): Rect | null {
  const { width, height } = layer;
  const own = onlyPicture(layer);
  if (!own) return { x: 0, y: 0, width, height };
  if (own.scaleMode === 'CROP' && own.imageTransform) {
    const [[a, c, e], [b, d, f]] = own.imageTransform;
    if (c !== 0 || b !== 0 || a <= 0 || d <= 0) return null;
    return { x: (-e / a) * width, y: (-f / d) * height, width: width / a, height: height / d };
  }
  const scale = Math.max(width / widthPx, height / heightPx);
  const [covered, tall] = [widthPx * scale, heightPx * scale];
  return { x: (width - covered) / 2, y: (height - tall) / 2, width: covered, height: tall };
}

/** Rectangles edge to edge in a result's frame, which cuts off what its layer does not show. */
export function addTiles(frame: FrameNode, box: Rect, { tiles }: Tiles): void {
  tiles.forEach(({ bytes, left, top, right, bottom }, index) => {
    const tile = figma.createRectangle();
    tile.name = figmaWords.placing.tile(index + 1);
    frame.appendChild(tile);
    // Edges are computed alike on both of their sides, so that no seam opens between two tiles.
    const [x, y] = [box.x + left * box.width, box.y + top * box.height];
    tile.resize(box.x + right * box.width - x, box.y + bottom * box.height - y);
    tile.relativeTransform = [
      [1, 0, x],
      [0, 1, y],
    ];
    tile.fills = [createFill(bytes)];
    tile.constraints = { horizontal: 'SCALE', vertical: 'SCALE' };
    tile.setPluginData(dataKey, '1');
  });
}

export function tilesOf(result: SceneNode): SceneNode[] {
  if (!('children' in result)) return [];
  return result.children.filter((child) => child.visible && child.getPluginData(dataKey) !== '');
}

/** Before another picture takes the place of the one they show. */
export function removeTiles(result: SceneNode): void {
  for (const tile of tilesOf(result)) takeOut(tile);
}

const dataKey = 'restyle-tile';
