import { hex } from '#shared/engines/on-device/pixels/colour.ts';
import type { Colour } from '#shared/engines/on-device/pixels/picture.ts';

const named: Readonly<Record<string, string>> = {
  navy: '#14213d',
  midnight: '#151a45',
  blue: '#2457d6',
  sky: '#8fc7ee',
  teal: '#0f766e',
  mint: '#a9dfc6',
  green: '#2e7d4f',
  sage: '#a9b89a',
  yellow: '#ffd23f',
  orange: '#ff8c1a',
  peach: '#ffc3a0',
  coral: '#ff8a70',
  red: '#d7263d',
  burgundy: '#5e1224',
  pink: '#f7a8c4',
  lilac: '#c9b3ea',
  purple: '#5b2a86',
  brown: '#5a3a22',
  sand: '#e5d3b3',
  cream: '#fbf3df',
  white: '#ffffff',
  grey: '#8a8d91',
  gray: '#8a8d91',
  black: '#101010',
};

const names = Object.keys(named).join('|');
/** Of two names beside each other, as in "midnight blue", the first one counts. */
const asked = new RegExp(`#[0-9a-f]{6}\\b|\\b(${names})(?:[- ](?:${names}))?\\b`, 'gi');

/** The colours that words ask for, by name or as `#rrggbb`, in their order. */
export function coloursIn(words: string): Colour[] {
  return [...words.matchAll(asked)].map(([found, name = '']) => hex(named[name.toLowerCase()] ?? found));
}
