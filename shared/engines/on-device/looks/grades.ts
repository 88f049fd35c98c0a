import { type Grade, graded } from '#shared/engines/on-device/looks/graded.ts';
import { hex } from '#shared/engines/on-device/pixels/colour.ts';

const white = hex('#ffffff');
const black = hex('#000000');

const plain: Grade = {
  saturation: 1,
  contrast: 0.2,
  tones: [black, white],
  cast: 0,
  glow: white,
  bloom: 0,
  lamp: { x: 0.5, y: 0.5, reach: 1, far: 1, near: 1 },
  edge: { colour: black, amount: 0.15, from: 0.3 },
  mist: { colour: white, amount: 0 },
  grain: 0.03,
};

/** A large window at the left, the sky behind it. */
export const windowLight = graded({
  ...plain,
  saturation: 0.82,
  contrast: 0.15,
  tones: [hex('#1d2530'), hex('#7d8896'), hex('#d9dee0'), hex('#ffffff')],
  cast: 0.42,
  glow: hex('#eaf3ff'),
  bloom: 0.42,
  lamp: { x: -0.1, y: 0.2, reach: 1.25, far: 0.45, near: 1.5 },
  edge: { ...plain.edge, amount: 0.1 },
});

export const mistyMorning = graded({
  ...plain,
  saturation: 0.62,
  contrast: 0,
  tones: [hex('#2f3b43'), hex('#8b9aa1'), hex('#e9eeee')],
  cast: 0.35,
  glow: hex('#fff3df'),
  bloom: 0.25,
  mist: { colour: hex('#d5dee1'), amount: 0.72 },
  edge: { colour: hex('#b9c6cb'), amount: 0.3, from: 0.3 },
});

/** Skin against its opposite, as films are graded for the cinema. */
export const tealAndOrange = graded({
  ...plain,
  saturation: 1.15,
  contrast: 0.55,
  tones: [hex('#00151c'), hex('#0b5566'), hex('#d98a4a'), hex('#ffe3b8')],
  cast: 0.58,
  glow: hex('#ffb067'),
  bloom: 0.12,
  edge: { colour: hex('#011318'), amount: 0.55, from: 0.25 },
  grain: 0.06,
});

/** For shops: bright from all sides, and nothing around the product. */
export const whiteStudio = graded({
  ...plain,
  saturation: 1.08,
  contrast: 0.3,
  tones: [hex('#262626'), hex('#b9b9b9'), white],
  cast: 0.12,
  bloom: 0.35,
  lamp: { x: 0.5, y: 0.35, reach: 1, far: 1.25, near: 1.25 },
  edge: { colour: hex('#fbfbfa'), amount: 1, from: -0.02 },
  grain: 0.02,
});

/** One lamp from above, black around it. */
export const darkStudio = graded({
  ...plain,
  saturation: 0.95,
  contrast: 0.7,
  tones: [hex('#020305'), hex('#2b2d33'), hex('#cfcac0'), white],
  cast: 0.38,
  glow: hex('#fff2dc'),
  bloom: 0.1,
  lamp: { x: 0.5, y: 0.36, reach: 0.75, far: 0.22, near: 1.3 },
  edge: { colour: hex('#030406'), amount: 0.8, from: 0.25 },
});
