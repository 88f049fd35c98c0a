import { createPlane, mapPlane, type Plane, resizePlane, valueAt, valueBetween } from './plane.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Three planes of one size, sRGB values 0..1. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly red: Plane;
  readonly green: Plane;
  readonly blue: Plane;
};

export function createPicture(red: Plane, green: Plane, blue: Plane): Picture {
  return { width: red.width, height: red.height, red, green, blue };
}

/** A fragment shader in plain words: every pixel gets the colour that `colourOf` answers. */
export function paint(
  size: { width: number; height: number },
  colourOf: (index: number, x: number, y: number) => Rgb,
): Picture {
  const { width, height } = size;
  const planes = [0, 1, 2].map(() => createPlane(width, height)) as [Plane, Plane, Plane];
  let index = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      const colour = colourOf(index, x, y);
      planes[0].values[index] = colour[0];
      planes[1].values[index] = colour[1];
      planes[2].values[index] = colour[2];
    }
  }
  return createPicture(...planes);
}

export function colourAt(picture: Picture, index: number): Rgb {
  return [valueAt(picture.red, index), valueAt(picture.green, index), valueAt(picture.blue, index)];
}

export function colourBetween(picture: Picture, x: number, y: number): Rgb {
  return [
    valueBetween(picture.red, x, y),
    valueBetween(picture.green, x, y),
    valueBetween(picture.blue, x, y),
  ];
}

export function mapChannels(picture: Picture, change: (plane: Plane) => Plane): Picture {
  return createPicture(change(picture.red), change(picture.green), change(picture.blue));
}

export function resizePicture(picture: Picture, width: number, height: number): Picture {
  return mapChannels(picture, (plane) => resizePlane(plane, width, height));
}

/** Rec. 709 weights on the encoded values, as photographers' tools do it. */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function luminancePlane(picture: Picture): Plane {
  return mapPlane(
    picture.red,
    (red, index) =>
      0.2126 * red + 0.7152 * valueAt(picture.green, index) + 0.0722 * valueAt(picture.blue, index),
  );
}
