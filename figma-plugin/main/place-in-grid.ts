import type { Cell, Placement, Placing } from '../bridge/placing.ts';
import { canvasToHost } from './find-host.ts';
import { type Ground, outermost, spotBeside } from './free-spot.ts';
import { type GridPlan, planGrid } from './grid-plan.ts';
import { lay } from './lay.ts';
import { multiply } from './matrix.ts';
import { addPictureLayer } from './picture-layer.ts';
import { boxOf } from './place-beside.ts';
import type { Placed } from './placed.ts';
import { placementOf } from './placement-of.ts';

const dataKey = 'restyle-grid';
const labelFont: FontName = { family: 'Inter', style: 'Regular' };

/** Has to be waited for before anything is made. */
export function loadLabelFont(): Promise<void> {
  return figma.loadFontAsync(labelFont);
}

/** Into the layer's frame of variants, which the first of them makes, with a word on what it is. */
export function placeInGrid(layer: Placed, placing: Placing, cell: Cell): Placement {
  const box = boxOf(layer);
  const plan = planGrid(box, cell.count);
  const { host, top } = outermost(layer);
  const known = findGrid(host, cell.gridId);
  const grid = known ?? addGrid(layer, host, top, plan, cell);
  try {
    const at = plan.cellAt(cell.index);
    const [[a, c, e], [b, d, f]] = layer.absoluteTransform;
    const picture = addPictureLayer(layer, placing, (fresh) => {
      grid.appendChild(fresh);
      lay(fresh, [
        [a, c, at.x + e - box.x],
        [b, d, at.y + f - box.y],
      ]);
    });
    addLabel(grid, cell.label, plan, at);
    return placementOf(picture, 'grid');
  } catch (error) {
    if (!known) grid.remove();
    throw error;
  }
}

function findGrid(host: Ground, gridId: string): FrameNode | null {
  const isIt = (child: SceneNode): child is FrameNode =>
    child.type === 'FRAME' && child.getPluginData(dataKey) === gridId;
  return host.children.find(isIt) ?? null;
}

function addGrid(layer: Placed, host: Ground, top: SceneNode, plan: GridPlan, { gridId }: Cell): FrameNode {
  const box = boxOf(layer);
  const spot = spotBeside(host, top, box, { ...box, ...plan.size });
  const grid = figma.createFrame();
  grid.name = `Variants · ${layer.name}`;
  grid.clipsContent = false;
  grid.setPluginData(dataKey, gridId);
  grid.resize(plan.size.width, plan.size.height);
  host.appendChild(grid);
  grid.relativeTransform = multiply(canvasToHost(host), [
    [1, 0, spot.x],
    [0, 1, spot.y],
  ]);
  return grid;
}

function addLabel(grid: FrameNode, label: string, plan: GridPlan, at: { x: number; y: number }): void {
  const text = figma.createText();
  text.fontName = labelFont;
  text.fontSize = plan.fontSize;
  text.characters = label;
  text.name = label;
  grid.appendChild(text);
  text.relativeTransform = [
    [1, 0, at.x],
    [0, 1, at.y + plan.picture.height + plan.fontSize / 2],
  ];
}
