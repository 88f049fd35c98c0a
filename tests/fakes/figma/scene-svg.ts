import type { Matrix } from './sandbox/matrix.ts';
import type { Fill, Piece, Scene } from './sandbox/scene.ts';

/** What a drawing refers to by name: outlines that cut, masks and filters. */
type Definitions = { add(element: (id: string) => string): string; all(): string };
type Drawing = { definitions: Definitions; pictures: readonly Uint8Array[] };

/** An export as one SVG: nested as the layers are, with outlines that cut, masks, shadows and blurs. */
export function sceneSvg({ box, widthPx, heightPx, pieces }: Scene, pictures: readonly Uint8Array[]): string {
  const drawing = { definitions: createDefinitions(), pictures };
  const drawn = piecesSvg(pieces, drawing);
  const view = [box.x, box.y, box.width, box.height].join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${view}" preserveAspectRatio="none"><defs>${drawing.definitions.all()}</defs>${drawn}</svg>`;
}

function createDefinitions(): Definitions {
  const elements: string[] = [];
  return {
    add(element) {
      const id = `d${elements.length}`;
      elements.push(element(id));
      return `url(#${id})`;
    },
    all: () => elements.join(''),
  };
}

/** A mask is not seen, and cuts what comes after it. */
function piecesSvg(pieces: readonly Piece[], drawing: Drawing): string {
  const at = pieces.findIndex(({ isMask }) => isMask);
  const free = (at === -1 ? pieces : pieces.slice(0, at)).map((piece) => pieceSvg(piece, drawing)).join('');
  const mask = pieces[at];
  if (!mask) return free;
  const whitened = drawing.definitions.add(whiteFilter);
  const content = pieceSvg(mask, drawing);
  const url = drawing.definitions.add(
    (id) => `<mask id="${id}" ${everywhere}><g filter="${whitened}">${content}</g></mask>`,
  );
  return `${free}<g mask="${url}">${piecesSvg(pieces.slice(at + 1), drawing)}</g>`;
}

const everywhere = 'maskUnits="userSpaceOnUse" x="-1e6" y="-1e6" width="2e6" height="2e6"';

/** SVG masks by lightness, Figma by opacity. */
const whiteFilter = (id: string) =>
  `<filter id="${id}" x="-10%" y="-10%" width="120%" height="120%" color-interpolation-filters="sRGB"><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0"/></filter>`;

function pieceSvg(piece: Piece, drawing: Drawing): string {
  const placed = `transform="${matrixText(piece.transform)}"`;
  const inside = piecesSvg(piece.inside, drawing);
  const content = [
    `<g ${placed}>${piece.fills.map((fill) => fillSvg(fill, piece, drawing)).join('')}</g>`,
    piece.clips && inside ? `<g clip-path="${clipOf(piece, drawing)}">${inside}</g>` : inside,
    piece.strokes.length > 0 ? `<g ${placed}>${strokesSvg(piece, drawing)}</g>` : '',
  ].join('');
  const seen = piece.effects.reduce((drawn, effect) => effectSvg(effect, piece, drawn, drawing), content);
  return piece.opacity === 1 ? seen : `<g opacity="${piece.opacity}">${seen}</g>`;
}

const matrixText = ([[a, c, e], [b, d, f]]: Matrix) => `matrix(${[a, b, c, d, e, f].join(' ')})`;

function clipOf({ outline, transform }: Piece, { definitions }: Drawing): string {
  return definitions.add(
    (id) => `<clipPath id="${id}"><path d="${outline}" transform="${matrixText(transform)}"/></clipPath>`,
  );
}

/** Effects turn with their layer. */
function effectSvg(
  effect: Piece['effects'][number],
  { transform, width, height }: Piece,
  content: string,
  { definitions }: Drawing,
): string {
  const reach = effect.type === 'DROP_SHADOW' ? Math.hypot(effect.offset.x, effect.offset.y) : 0;
  // What is in a layer may reach far beyond it: twice its sides, and as far as the effect itself.
  const far = 2 * (width + height) + 3 * effect.radius + reach;
  const area = `filterUnits="userSpaceOnUse" x="${-far}" y="${-far}" width="${width + 2 * far}" height="${height + 2 * far}"`;
  const url = definitions.add(
    (id) => `<filter id="${id}" ${area} color-interpolation-filters="sRGB">${filterSteps(effect)}</filter>`,
  );
  return `<g transform="${matrixText(transform)}" filter="${url}"><g transform="${inverseText(transform)}">${content}</g></g>`;
}

/** A radius is twice a deviation, as in Figma's own SVG exports. */
function filterSteps(effect: Piece['effects'][number]): string {
  const deviation = effect.radius / 2;
  if (effect.type === 'LAYER_BLUR') return `<feGaussianBlur stdDeviation="${deviation}"/>`;
  const { offset, color } = effect;
  return [
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${deviation}"/><feOffset dx="${offset.x}" dy="${offset.y}" result="o"/>`,
    `<feFlood flood-color="${rgb(color)}" flood-opacity="${color.a}"/><feComposite in2="o" operator="in"/>`,
    '<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>',
  ].join('');
}

function inverseText([[a, c, e], [b, d, f]]: Matrix): string {
  const determinant = a * d - b * c;
  const parts = [d, -b, -c, a, c * f - d * e, b * e - a * f];
  return `matrix(${parts.map((part) => part / determinant).join(' ')})`;
}

const rgb = ({ r, g, b }: { r: number; g: number; b: number }) =>
  `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(' ')})`;

function fillSvg(fill: Fill, piece: Piece, drawing: Drawing): string {
  if ('color' in fill)
    return `<path d="${piece.outline}" fill="${rgb(fill.color)}" fill-opacity="${fill.opacity}"/>`;
  const { definitions, pictures } = drawing;
  const clip = definitions.add((id) => `<clipPath id="${id}"><path d="${piece.outline}"/></clipPath>`);
  const href = dataUrl(pictures[fill.image] ?? new Uint8Array());
  return `<g clip-path="${clip}" opacity="${fill.opacity}">${imageSvg(fill, piece, href, drawing)}</g>`;
}

type ImageFill = Extract<Fill, { image: number }>;

function imageSvg(
  { scaleMode, imageTransform, tilePx }: ImageFill,
  { width, height }: Piece,
  href: string,
  { definitions }: Drawing,
): string {
  const image = (fit: string, more = `width="${width}" height="${height}"`) =>
    `<image ${more} preserveAspectRatio="${fit}" href="${href}"/>`;
  if (scaleMode === 'CROP' && imageTransform) {
    const unit = image('none', 'width="1" height="1"');
    return `<g transform="scale(${width} ${height}) ${inverseText(imageTransform)}">${unit}</g>`;
  }
  if (scaleMode === 'TILE') {
    const tile = `width="${tilePx}" height="${tilePx}"`;
    const pattern = definitions.add(
      (id) =>
        `<pattern id="${id}" patternUnits="userSpaceOnUse" ${tile}>${image('xMinYMin meet', tile)}</pattern>`,
    );
    return `<rect width="${width}" height="${height}" fill="${pattern}"/>`;
  }
  return image(scaleMode === 'FIT' ? 'xMidYMid meet' : 'xMidYMid slice');
}

function dataUrl(bytes: Uint8Array): string {
  const type = bytes[0] === 0xff ? 'jpeg' : bytes[0] === 0x47 ? 'gif' : 'png';
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** SVG strokes lie on the outline: of twice the width, one half is cut away. */
function strokesSvg(piece: Piece, drawing: Drawing): string {
  const { outline, strokePx, strokeAlign, strokes } = piece;
  const width = strokeAlign === 'CENTER' ? strokePx : 2 * strokePx;
  const drawn = strokes.map((stroke) =>
    'color' in stroke
      ? `<path d="${outline}" fill="none" stroke="${rgb(stroke.color)}" stroke-opacity="${stroke.opacity}" stroke-width="${width}"/>`
      : '',
  );
  if (strokeAlign === 'CENTER') return drawn.join('');
  const around = strokeAlign === 'OUTSIDE' ? 'M-1e6-1e6H1e6V1e6H-1e6Z' : '';
  const clip = drawing.definitions.add(
    (id) => `<clipPath id="${id}"><path clip-rule="evenodd" d="${around}${outline}"/></clipPath>`,
  );
  return `<g clip-path="${clip}">${drawn.join('')}</g>`;
}
