import { type Figure, isMet, type Reading } from './figure.ts';

export type Measured = { figure: Figure; readings: readonly Reading[] };

/** For people: each number with its goal beside it, and under it what it is. */
export function inWords({ figure, readings }: Measured): string {
  const lines = readings.flatMap((reading) => [
    lineOf(reading),
    ...(reading.details ? [`      ${reading.details}`] : []),
  ]);
  return [figure.name, ...wrapped(figure.measures), ...lines, ''].join('\n');
}

/** For machines: one value, the same facts. */
export function inJson(measured: readonly Measured[]): string {
  const figures = measured.map(({ figure, readings }) => ({
    name: figure.name,
    measures: figure.measures,
    readings: readings.map((reading) => ({ ...reading, met: isMet(reading) })),
  }));
  return JSON.stringify(figures, null, 2);
}

export function missed(measured: readonly Measured[]): string[] {
  return measured.flatMap(({ figure, readings }) =>
    readings.filter((reading) => isMet(reading) === false).map(({ label }) => `${figure.name}: ${label}`),
  );
}

const marks = new Map<boolean | null, string>([
  [true, '✓'],
  [false, '✗'],
  [null, ' '],
]);

function lineOf(reading: Reading): string {
  const { label, value, unit, goal } = reading;
  const aim = goal === null ? '' : `   goal at most ${goal} ${unit}`;
  return `  ${marks.get(isMet(reading))} ${label.padEnd(46)} ${rounded(value).padStart(7)} ${unit}${aim}`;
}

function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 10 ? 2 : 1);
}

function wrapped(text: string): string[] {
  return (text.match(/.{1,104}(?:\s|$)/g) ?? []).map((line) => `    ${line.trimEnd()}`);
}
