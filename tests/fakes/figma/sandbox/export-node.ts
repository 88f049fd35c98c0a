import type { FakeWorld } from './fake-world.ts';
import type { Box } from './matrix.ts';
import type { NodeData } from './node-data.ts';
import { renderBounds } from './render-bounds.ts';
import { type Piece, piecesOf, type Scene } from './scene.ts';

type Constraint = { type: 'SCALE' | 'WIDTH' | 'HEIGHT'; value: number };
type Settings = {
  format?: string;
  contentsOnly?: boolean;
  useAbsoluteBounds?: boolean;
  constraint?: Constraint;
};

const exportKeys = ['format', 'contentsOnly', 'useAbsoluteBounds', 'constraint', 'colorProfile', 'suffix'];

export async function exportNode(world: FakeWorld, data: NodeData, settings: Settings): Promise<Uint8Array> {
  const unknown = Object.keys(settings).find((key) => !exportKeys.includes(key));
  if (unknown) throw new Error(`in exportAsync: Unrecognized key in object: '${unknown}'`);
  world.exports.push({ nodeId: data.id, ...settings });
  const { scene, pictures } = sceneOf(world, data, settings);
  return world.draw(scene, pictures);
}

/**
 * A picture of a layer: of what is drawn of it, or of its whole box if that is asked for. A layer alone is
 * neither cut by its parents nor by a mask. https://developers.figma.com/docs/plugins/api/ExportSettings
 */
export function sceneOf(world: FakeWorld, data: NodeData, settings: Settings = {}) {
  const { format = 'PNG', useAbsoluteBounds = false, constraint } = settings;
  if (format !== 'PNG' && format !== 'JPG') throw new Error(`The fake exports PNG and JPG, not ${format}`);
  const { pieces, pictures } = drawnOf(world, data, settings);
  const whole = world.document.bounds(data);
  const box = useAbsoluteBounds || data.type === 'SLICE' ? whole : renderBounds(pieces);
  if (!box || !world.document.isShown(data))
    throw new Error('in exportAsync: This node may not have any visible layers');
  const scene: Scene = { ...sizeOf(box, constraint), box, isJpeg: format === 'JPG', pieces };
  return { scene, pictures };
}

/** A slice has nothing of its own: it shows its page. */
function drawnOf({ document, images }: FakeWorld, data: NodeData, { contentsOnly = true }: Settings) {
  const page = document.path(data).find(({ type }) => type === 'PAGE');
  const isWholePage = page && (data.type === 'SLICE' || !contentsOnly);
  const { pieces, pictures } = piecesOf(document, images, isWholePage ? document.children(page) : [data]);
  return { pieces: isWholePage ? pieces : pieces.map(asItself), pictures };
}

/** A mask alone is seen. */
const asItself = (piece: Piece): Piece => ({ ...piece, isMask: false });

function sizeOf(box: Box, constraint: Constraint = { type: 'SCALE', value: 1 }) {
  const { type, value } = constraint;
  const scale = type === 'SCALE' ? value : value / (type === 'WIDTH' ? box.width : box.height);
  return {
    widthPx: Math.max(1, Math.round(box.width * scale)),
    heightPx: Math.max(1, Math.round(box.height * scale)),
  };
}
