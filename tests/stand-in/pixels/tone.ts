import { luminanceOf, type Rgb } from './picture.ts';

export function clamp(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value));
}

export function mix(from: number, to: number, ratio: number): number {
  return from + (to - from) * ratio;
}

export function mixColours(from: Rgb, to: Rgb, ratio: number): Rgb {
  return [mix(from[0], to[0], ratio), mix(from[1], to[1], ratio), mix(from[2], to[2], ratio)];
}

export function scaleColour([red, green, blue]: Rgb, factor: number): Rgb {
  return [red * factor, green * factor, blue * factor];
}

export function multiply(under: Rgb, over: Rgb): Rgb {
  return [under[0] * over[0], under[1] * over[1], under[2] * over[2]];
}

/** Adds light without burning out. */
export function screen(under: Rgb, over: Rgb): Rgb {
  return [
    1 - (1 - under[0]) * (1 - over[0]),
    1 - (1 - under[1]) * (1 - over[1]),
    1 - (1 - under[2]) * (1 - over[2]),
  ];
}

/** 0 below `low`, 1 above `high`, smooth between; falls when `low` is the larger. */
export function smoothStep(low: number, high: number, value: number): number {
  const ratio = clamp((value - low) / (high - low));
  return ratio * ratio * (3 - 2 * ratio);
}

/** Contrast around middle grey; 0 changes nothing, 1 is hard. */
export function contrast(value: number, amount: number): number {
  const kept = clamp(value);
  return mix(kept, smoothStep(0, 1, kept), amount);
}

export function contrastColour([red, green, blue]: Rgb, amount: number): Rgb {
  return [contrast(red, amount), contrast(green, amount), contrast(blue, amount)];
}

/** 0 is grey, 1 as it was, above 1 more colourful. */
export function saturate(colour: Rgb, factor: number): Rgb {
  const grey = luminanceOf(colour);
  return mixColours([grey, grey, grey], colour, factor);
}

/** From the darkest to the lightest colour by tone 0..1. */
export function gradient(stops: readonly [Rgb, ...Rgb[]], tone: number): Rgb {
  const place = clamp(tone) * (stops.length - 1);
  const below = stops[Math.floor(place)] ?? stops[0];
  const above = stops[Math.ceil(place)] ?? below;
  return mixColours(below, above, place - Math.floor(place));
}

/** Hue in turns (0..1), saturation and lightness 0..1. */
export function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + (((hue % 1) + 1) % 1) * 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** `#rrggbb`, so that palettes read as palettes. */
export function hex(code: string): Rgb {
  const value = Number.parseInt(code.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** 0 in the middle, 1 in the corners. */
export function cornerRatio(size: { width: number; height: number }, x: number, y: number): number {
  const across = (2 * x) / size.width - 1;
  const down = (2 * y) / size.height - 1;
  return Math.sqrt((across * across + down * down) / 2);
}
