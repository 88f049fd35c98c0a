import type { FakeDocument } from './fake-document.ts';
import type { FakeImages } from './fake-images.ts';
import { type Box, invert, type Matrix, multiply } from './matrix.ts';
import type { DrawnEffect, DrawnPaint, NodeData } from './node-data.ts';
import { outlineOf } from './outline.ts';

export type Fill =
  | { color: { r: number; g: number; b: number }; opacity: number }
  | { image: number; opacity: number; scaleMode: string; imageTransform: Matrix | null; tilePx: number };

/** A layer as it is drawn, with what is in it. */
export type Piece = {
  /** From its own pixels to the canvas. */
  transform: Matrix;
  width: number;
  height: number;
  /** An SVG path in its own pixels. */
  outline: string;
  opacity: number;
  fills: Fill[];
  strokes: Fill[];
  strokePx: number;
  strokeAlign: string;
  effects: DrawnEffect[];
  /** Whether what is in it ends where it does. */
  clips: boolean;
  /** Whether it is not seen itself, but cuts what is drawn after it in the same parent. */
  isMask: boolean;
  inside: Piece[];
};

/** What an export shows, for the host to draw. */
export type Scene = { box: Box; widthPx: number; heightPx: number; isJpeg: boolean; pieces: Piece[] };

/** The pieces of visible layers, and the pictures that their fills show by number. */
export function piecesOf(document: FakeDocument, images: FakeImages, roots: readonly NodeData[]) {
  const pictures: Uint8Array[] = [];
  const isShown = ({ properties }: NodeData) => properties.visible !== false;
  const piece = (data: NodeData): Piece => ({
    ...lookOf(document, data),
    ...paintOf(data, images, pictures),
    inside: data.type === 'BOOLEAN_OPERATION' ? [] : document.children(data).filter(isShown).map(piece),
  });
  return { pieces: roots.filter(isShown).map(piece), pictures };
}

function lookOf(document: FakeDocument, data: NodeData) {
  const { properties } = data;
  const shown = (properties.effects ?? []) as (DrawnEffect & { visible: boolean })[];
  return {
    transform: document.absoluteTransform(data),
    ...document.size(data),
    outline: data.type === 'BOOLEAN_OPERATION' ? unionOf(document, data) : outlineOf(data),
    opacity: Number(properties.opacity ?? 1),
    effects: shown.filter(({ visible }) => visible),
    clips: properties.clipsContent === true,
    isMask: properties.isMask === true,
  };
}

/** A boolean shape has its parts' outlines and its own paints. All of them are drawn as unions. */
function unionOf(document: FakeDocument, data: NodeData): string {
  const toOwn = invert(document.absoluteTransform(data));
  const parts = document.inside(data).filter(({ childIds }) => childIds.length === 0);
  return parts.map((part) => outlineOf(part, multiply(toOwn, document.absoluteTransform(part)))).join('');
}

function paintOf({ properties }: NodeData, images: FakeImages, pictures: Uint8Array[]) {
  const drawn = (paints: unknown) => visiblePaints(paints).map((paint) => fillFrom(paint, images, pictures));
  return {
    fills: drawn(properties.fills),
    strokes: drawn(properties.strokes),
    strokePx: Number(properties.strokeWeight ?? 1),
    strokeAlign: String(properties.strokeAlign ?? 'CENTER'),
  };
}

/** Text in several colours is drawn in black. */
function visiblePaints(paints: unknown): DrawnPaint[] {
  if (paints === 'mixed') return [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }];
  const list = Array.isArray(paints) ? (paints as DrawnPaint[]) : [];
  return list.filter(({ visible = true, opacity = 1 }) => visible && opacity > 0);
}

function fillFrom(paint: DrawnPaint, images: FakeImages, pictures: Uint8Array[]): Fill {
  const { opacity = 1 } = paint;
  if (paint.type === 'SOLID') return { color: paint.color, opacity };
  const { imageHash, scaleMode, imageTransform = null, scalingFactor = 1 } = paint;
  const bytes = images.bytes(imageHash);
  const image = pictures.push(bytes) - 1;
  const tilePx = images.size(imageHash).width * scalingFactor;
  return { image, opacity, scaleMode, imageTransform, tilePx };
}
