import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { blur } from '#shared/engines/on-device/pixels/blur.ts';
import { hex, mixInto, setTo, smoothStep } from '#shared/engines/on-device/pixels/colour.ts';
import { flattenPlane } from '#shared/engines/on-device/pixels/flatten.ts';
import { exposedLight } from '#shared/engines/on-device/pixels/levels.ts';
import type { Colour, Shade } from '#shared/engines/on-device/pixels/picture.ts';
import { at } from '#shared/engines/on-device/pixels/plane.ts';
import { between, pick } from '#shared/engines/on-device/pixels/random.ts';
import { createScreen } from '#shared/engines/on-device/pixels/screen.ts';
import { lengthPx } from '#shared/engines/on-device/pixels/vignette.ts';

type Inks = { line: Colour; shadow: Colour; middle: Colour; bright: Colour; sheet: Colour };

function inks(line: string, shadow: string, middle: string, bright: string, sheet: string): Inks {
  return {
    line: hex(line),
    shadow: hex(shadow),
    middle: hex(middle),
    bright: hex(bright),
    sheet: hex(sheet),
  };
}

const prints: readonly [Inks, ...Inks[]] = [
  inks('#1b1035', '#d7263d', '#ff8c1a', '#ffd93b', '#fff6d6'),
  inks('#14143c', '#2742c9', '#ff4f9a', '#ffd23f', '#fdf6e3'),
  inks('#111133', '#7b2cbf', '#1fb6c1', '#ff9ac1', '#fff3c9'),
];

export const popArt: Look = (source, { random }) => {
  const drawn = exposedLight(source, 2.2);
  const light = flattenPlane(drawn, lengthPx(source, 5.5));
  const fine = blur(drawn, lengthPx(source, 1.2));
  const around = blur(fine, lengthPx(source, 4));
  const { line, shadow, middle, bright, sheet } = pick(random, prints);
  const screenAt = createScreen(source, between(random, 0.6, 0.97), Math.max(6, lengthPx(source, 11.5)));
  const shade: Shade = (colour, i, x, y) => {
    const tone = at(light, i);
    const dot = screenAt(x, y);
    const soft = 0.03;
    setTo(colour, line);
    mixInto(colour, shadow, smoothStep(0.1 - soft, 0.1 + soft, tone));
    mixInto(colour, middle, smoothStep(0.36 - soft, 0.36 + soft, tone + 0.1 * (dot - 0.5)));
    mixInto(colour, bright, smoothStep(-0.12, 0.12, (tone - 0.48) * 4 - dot + 0.1));
    mixInto(colour, sheet, smoothStep(-0.12, 0.12, (tone - 0.74) * 4.5 - dot + 0.1));
    mixInto(colour, line, 0.95 * smoothStep(0.03, 0.075, at(around, i) - at(fine, i)));
  };
  return { ground: null, shade };
};
