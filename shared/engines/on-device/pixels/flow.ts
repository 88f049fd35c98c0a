import { blur, boxMean } from '#shared/engines/on-device/pixels/blur.ts';
import { createPlane, type Plane } from '#shared/engines/on-device/pixels/plane.ts';
import { resize } from '#shared/engines/on-device/pixels/resize.ts';

/** Direction along the edges, as unit vectors, on a copy `reduction` times smaller. */
export type Flow = { alongX: Plane; alongY: Plane };

export const reduction = 4;

/** The smoothed structure tensor's weaker axis (Kyprianidis and Kang 2011). */
export function flowOf(light: Plane, sigmaPx: number): Flow {
  const size = {
    widthPx: Math.ceil(light.widthPx / reduction),
    heightPx: Math.ceil(light.heightPx / reduction),
  };
  const small = resize(boxMean(light, reduction / 2), size);
  const [xx, xy, yy] = tensorOf(small).map((plane) => blur(plane, sigmaPx / reduction));
  const flow = { alongX: createPlane(size), alongY: createPlane(size) };
  for (let i = 0; i < small.values.length; i++) {
    const across = (xx?.values[i] ?? 0) - (yy?.values[i] ?? 0);
    const angle = 0.5 * Math.atan2(2 * (xy?.values[i] ?? 0), across) + Math.PI / 2;
    flow.alongX.values[i] = Math.cos(angle);
    flow.alongY.values[i] = Math.sin(angle);
  }
  return flow;
}

function tensorOf(plane: Plane): [Plane, Plane, Plane] {
  const { widthPx, heightPx, values } = plane;
  const tensor = [createPlane(plane), createPlane(plane), createPlane(plane)] as [Plane, Plane, Plane];
  const [xx, xy, yy] = tensor;
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const i = y * widthPx + x;
      const dx = (values[i + 1] ?? 0) - (values[i - 1] ?? 0);
      const dy = (values[i + widthPx] ?? 0) - (values[i - widthPx] ?? 0);
      xx.values[i] = dx * dx;
      xy.values[i] = dx * dy;
      yy.values[i] = dy * dy;
    }
  }
  return tensor;
}
