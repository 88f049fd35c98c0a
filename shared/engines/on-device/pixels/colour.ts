import type { Colour } from '#shared/engines/on-device/pixels/picture.ts';

/*
 * Short and straight, without destructuring and with few calls of each other: a shade that calls a dozen
 * of them is run twice as fast when the browser can put them all in their place.
 */

export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : Math.min(value, high);
}

export function mix(from: number, to: number, ratio: number): number {
  return from + (to - from) * ratio;
}

/** 0 below `low`, 1 above `high`, smooth between; falls when `low` is the larger. */
export function smoothStep(low: number, high: number, value: number): number {
  const ratio = (value - low) / (high - low);
  return ratio <= 0 ? 0 : ratio >= 1 ? 1 : ratio * ratio * (3 - 2 * ratio);
}

export function luminanceOf(colour: Readonly<Colour>): number {
  return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
}

export function setTo(colour: Colour, other: Readonly<Colour>): void {
  colour.red = other.red;
  colour.green = other.green;
  colour.blue = other.blue;
}

export function mixInto(colour: Colour, over: Readonly<Colour>, ratio: number): void {
  colour.red += (over.red - colour.red) * ratio;
  colour.green += (over.green - colour.green) * ratio;
  colour.blue += (over.blue - colour.blue) * ratio;
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
  colour.red += (1 - colour.red) * light.red * amount;
  colour.green += (1 - colour.green) * light.green * amount;
  colour.blue += (1 - colour.blue) * light.blue * amount;
}

/** 0 is grey, 1 as it was, above 1 more colourful. */
export function saturate(colour: Colour, factor: number): void {
  const grey = luminanceOf(colour) * (1 - factor);
  colour.red = clamp(grey + colour.red * factor);
  colour.green = clamp(grey + colour.green * factor);
  colour.blue = clamp(grey + colour.blue * factor);
}

/** An S-curve around middle grey; 0 changes nothing, 1 is hard. */
export function contrast(value: number, amount: number): number {
  const tone = value < 0 ? 0 : Math.min(value, 1);
  return value + (tone * tone * (3 - 2 * tone) - value) * amount;
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
