import { apply, type Matrix } from './matrix.ts';
import type { NodeData } from './node-data.ts';

/** Half of a circle's side as a curve: https://spencermortensen.com/articles/bezier-circle/ */
const circle = 0.5523;

type Step = { letter: 'M' | 'L' | 'C' | 'Z'; points: (readonly [number, number])[] };

/** A layer's form as an SVG path, in its own pixels or, by `matrix`, in others. Text is a block of its colour. */
export function outlineOf(data: NodeData, matrix?: Matrix): string {
  return stepsOf(data)
    .map(({ letter, points }) => letter + points.map(([x, y]) => written(x, y, matrix)).join(' '))
    .join('');
}

function written(x: number, y: number, matrix: Matrix | undefined): string {
  return (matrix ? apply(matrix, x, y) : [x, y]).map((part) => Number(part.toFixed(4))).join(' ');
}

function stepsOf({ type, width, height, properties }: NodeData): Step[] {
  if (type === 'ELLIPSE') return rounded(width, height, Array(4).fill([width / 2, height / 2]));
  if (type === 'POLYGON') return polygon(width, height, 3, 1);
  if (type === 'STAR') return polygon(width, height, 5, 0.382);
  const radius = (name: string) =>
    Math.min(Number(properties[name] || properties.cornerRadius || 0), width / 2, height / 2);
  const names = ['topLeftRadius', 'topRightRadius', 'bottomRightRadius', 'bottomLeftRadius'];
  return rounded(
    width,
    height,
    names.map((name) => [radius(name), radius(name)]),
  );
}

/** Clockwise from the upper left corner, whose radii come first. */
function rounded(width: number, height: number, radii: [number, number][]): Step[] {
  const signs = [
    [0, 0, 1, 1],
    [width, 0, -1, 1],
    [width, height, -1, -1],
    [0, height, 1, -1],
  ] as const;
  const steps = signs.flatMap(([x, y, right, down], index): Step[] => {
    const [across = 0, along = 0] = radii[index] ?? [];
    const [level, upright] = [
      [x + right * across, y],
      [x, y + down * along],
    ] as const;
    const [first, last] = index % 2 === 0 ? [upright, level] : [level, upright];
    const soften = ([px, py]: readonly [number, number]) =>
      [px + (x - px) * circle, py + (y - py) * circle] as const;
    const line: Step = { letter: index === 0 ? 'M' : 'L', points: [first] };
    return across > 0 ? [line, { letter: 'C', points: [soften(first), soften(last), last] }] : [line];
  });
  return [...steps, { letter: 'Z', points: [] }];
}

/** Corners on the ellipse in the box, the first on top; of a star every other one is nearer. */
function polygon(width: number, height: number, corners: number, inner: number): Step[] {
  const count = inner === 1 ? corners : 2 * corners;
  const points = Array.from({ length: count }, (_, index) => {
    const reach = index % 2 === 1 ? inner : 1;
    const angle = (2 * Math.PI * index) / count;
    const [x, y] = [Math.sin(angle) * reach, -Math.cos(angle) * reach];
    return [(width / 2) * (1 + x), (height / 2) * (1 + y)] as const;
  });
  const lines = points.map((point, index): Step => ({ letter: index === 0 ? 'M' : 'L', points: [point] }));
  return [...lines, { letter: 'Z', points: [] }];
}
