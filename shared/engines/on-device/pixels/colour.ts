import type { Colour } from '#shared/engines/on-device/pixels/picture.ts';

export function clamp(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value));
}

export function mix(from: number, to: number, ratio: number): number {
  return from + (to - from) * ratio;
}

/** 0 below `low`, 1 above `high`, smooth between; falls when `low` is the larger. */
export function smoothStep(low: number, high: number, value: number): number {
  const ratio = clamp((value - low) / (high - low));
  return ratio * ratio * (3 - 2 * ratio);
}

export function luminanceOf({ red, green, blue }: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function setTo(colour: Colour, { red, green, blue }: Readonly<Colour>): void {
  colour.red = red;
  colour.green = green;
  colour.blue = blue;
}

export function mixInto(colour: Colour, over: Readonly<Colour>, ratio: number): void {
  colour.red = mix(colour.red, over.red, ratio);
  colour.green = mix(colour.green, over.green, ratio);
  colour.blue = mix(colour.blue, over.blue, ratio);
}

export function scale(colour: Colour, factor: number): void {
  colour.red *= factor;
  colour.green *= factor;
  colour.blue *= factor;
}

export function multiplyInto(colour: Colour, over: Readonly<Colour>): void {
  colour.red *= over.red;
  colour.green *= over.green;
  colour.blue *= over.blue;
}

/** Adds `light` times `amount` without burning out. */
export function screenInto(colour: Colour, light: Readonly<Colour>, amount: number): void {
  colour.red = 1 - (1 - colour.red) * (1 - light.red * amount);
  colour.green = 1 - (1 - colour.green) * (1 - light.green * amount);
  colour.blue = 1 - (1 - colour.blue) * (1 - light.blue * amount);
}

/** 0 is grey, 1 as it was, above 1 more colourful. */
export function saturate(colour: Colour, factor: number): void {
  const grey = luminanceOf(colour);
  colour.red = clamp(mix(grey, colour.red, factor));
  colour.green = clamp(mix(grey, colour.green, factor));
  colour.blue = clamp(mix(grey, colour.blue, factor));
}

/** An S-curve around middle grey; 0 changes nothing, 1 is hard. */
export function contrast(value: number, amount: number): number {
  return mix(value, smoothStep(0, 1, value), amount);
}

export function contrastInto(colour: Colour, amount: number): void {
  colour.red = contrast(colour.red, amount);
  colour.green = contrast(colour.green, amount);
  colour.blue = contrast(colour.blue, amount);
}

/** `#rrggbb`, so that palettes read as palettes. */
export function hex(code: string): Colour {
  const value = Number.parseInt(code.slice(1), 16);
  return { red: (value >> 16) / 255, green: ((value >> 8) & 255) / 255, blue: (value & 255) / 255 };
}

/** Hue in turns, saturation and lightness 0..1. */
export function hsl(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + (((hue % 1) + 1) % 1) * 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return { red: channel(0), green: channel(8), blue: channel(4) };
}
