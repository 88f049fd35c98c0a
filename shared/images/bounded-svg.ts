import { joinBytes } from '#shared/images/join-bytes.ts';
import { latin1 } from '#shared/images/latin1.ts';
import { svgRootAt } from '#shared/images/sniff-svg.ts';
import type { Bytes } from '#shared/ports.ts';

/** A root element's tag is no longer than this. */
const lookedAtBytes = 4096;
/** Beyond 33 million Firefox draws nothing at all. Half of a canvas's longest side is plenty. */
const maxSidePx = 8192;
/** What is larger is drawn at this: a drawing has no pixels to lose. */
const boundedSidePx = 4096;

const rootTag = /^<[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/;
/** https://www.w3.org/TR/css-values-3/#absolute-lengths; font sizes as browsers begin with them. */
const pxPerUnit: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6 },
  ...{ em: 16, rem: 16, ex: 8 },
};

/** An SVG whose own size is one that browsers can draw, in the same shape; the same bytes where it is already. */
export function boundedSvg(bytes: Bytes): Bytes {
  const at = svgRootAt(bytes) ?? 0;
  const [tag = ''] = rootTag.exec(latin1(bytes, at, lookedAtBytes)) ?? [];
  const [widthPx, heightPx] = [sidePxOf(tag, 'width'), sidePxOf(tag, 'height')];
  const longestPx = Math.max(widthPx ?? 0, heightPx ?? 0);
  if (longestPx <= maxSidePx) return bytes;
  const ratio = boundedSidePx / longestPx;
  let bounded = tag;
  if (widthPx !== null) bounded = withAttribute(bounded, 'width', widthPx * ratio);
  if (heightPx !== null) bounded = withAttribute(bounded, 'height', heightPx * ratio);
  if (widthPx && heightPx && attributeOf(tag, 'viewBox') === null) {
    bounded = bounded.replace(/^<[\w.:-]+/, `$& viewBox="0 0 ${widthPx} ${heightPx}"`);
  }
  const after = at + tag.length;
  return joinBytes([bytes.subarray(0, at), bytesOf(bounded), bytes.subarray(after)]);
}

/** `null` where it is not said, or said as a part of what is around. */
function sidePxOf(tag: string, name: string): number | null {
  const [, number = '', unit] =
    /^\s*\+?([\d.]+(?:e\+?\d+)?)([a-z]*)\s*$/i.exec(attributeOf(tag, name) ?? '') ?? [];
  const px = Number(number || Number.NaN) * (pxPerUnit[unit?.toLowerCase() || 'px'] ?? Number.NaN);
  return Number.isNaN(px) ? null : Math.min(px, Number.MAX_SAFE_INTEGER);
}

function attributeOf(tag: string, name: string): string | null {
  const [, double, single] = attribute(name).exec(tag) ?? [];
  return double ?? single ?? null;
}

function withAttribute(tag: string, name: string, value: number): string {
  return tag.replace(attribute(name), ` ${name}="${value}"`);
}

function attribute(name: string): RegExp {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
