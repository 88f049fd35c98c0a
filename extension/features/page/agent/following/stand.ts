import { boxOf } from '../candidates/box.ts';
import { contentBox } from '../content-box.ts';
import { ancestorsOf, styleOf } from './ancestors.ts';

/**
 * Where a picture stands, in CSS pixels of its viewport. Turned pictures are told by the box they would
 * have unturned, and by the turn around its middle.
 */
export type Stand = { box: DOMRect; turn: string | null };

export function standOf(picture: Element): Stand {
  const box = inAgent(contentBox(picture), picture);
  const turn = turnOf(picture);
  if (turn.is2D && isUpright(turn)) return { box, turn: null };
  const { offsetWidth = 0, offsetHeight = 0 } = picture as HTMLElement;
  if (!turn.is2D || offsetWidth === 0) return { box, turn: null };
  const outer = boxOf(picture);
  const left = outer.left + outer.width / 2 - offsetWidth / 2;
  const top = outer.top + outer.height / 2 - offsetHeight / 2;
  const { a, b, c, d } = turn;
  return { box: new DOMRect(left, top, offsetWidth, offsetHeight), turn: `matrix(${a},${b},${c},${d},0,0)` };
}

/** From the viewport of the frame that a picture is in to the agent's. */
function inAgent({ x, y, width, height }: DOMRect, picture: Element): DOMRect {
  const [own, ofAgent] = [picture.getBoundingClientRect(), boxOf(picture)];
  return new DOMRect(x + ofAgent.x - own.x, y + ofAgent.y - own.y, width, height);
}

/** Scaled at most: its box says all. */
function isUpright({ a, b, c, d }: DOMMatrix): boolean {
  return Math.abs(b) < 1e-4 && Math.abs(c) < 1e-4 && a > 0 && d > 0;
}

/** All turns and scales around an element, the outermost first; movements are in its box already. */
function turnOf(picture: Element): DOMMatrix {
  let whole = new DOMMatrix();
  for (const element of [picture, ...ancestorsOf(picture)]) {
    const { rotate, scale, transform } = styleOf(element);
    if (rotate === 'none' && scale === 'none' && transform === 'none') continue;
    whole = ownTurn(rotate, scale, transform).multiply(whole);
  }
  return whole;
}

function ownTurn(rotate: string, scale: string, transform: string): DOMMatrix {
  const parts = [
    rotate === 'none' ? '' : `rotate(${rotate})`,
    scale === 'none' ? '' : `scale(${scale.split(' ').slice(0, 2).join(',')})`,
    transform === 'none' ? '' : transform,
  ];
  try {
    return new DOMMatrix(parts.join(' '));
  } catch {
    // Around an axis that is not the page's own: nothing flat can follow it.
    return new DOMMatrix('rotate3d(1,1,0,1deg)');
  }
}
