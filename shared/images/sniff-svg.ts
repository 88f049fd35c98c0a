import { latin1 } from '#shared/images/latin1.ts';

/** An SVG's root element comes after no more than this of declarations and comments. */
const lookedAtBytes = 4096;
const byteOrderMark = /^\u00ef\u00bb\u00bf/;

/** Whether bytes are XML whose root element is `svg`. HTML that holds an SVG is not. */
export function isSvg(bytes: Uint8Array): boolean {
  return svgRootAt(bytes) !== null;
}

/** Where the tag of the root element `svg` begins, in bytes; `null` where there is none. */
export function svgRootAt(bytes: Uint8Array): number | null {
  const text = latin1(bytes, 0, lookedAtBytes);
  const rest = withoutProlog(text.replace(byteOrderMark, ''));
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(rest) ? text.length - rest.length : null;
}

/** Drops declarations, comments and the document type in front of the root element. */
function withoutProlog(text: string): string {
  let rest = text.trimStart();
  let length = prologLength(rest);
  while (length > 0) {
    rest = rest.slice(length).trimStart();
    length = prologLength(rest);
  }
  return rest;
}

function prologLength(text: string): number {
  if (text.startsWith('<?')) return lengthTo(text, '?>');
  if (text.startsWith('<!--')) return lengthTo(text, '-->');
  if (!/^<!doctype/i.test(text)) return 0;
  const hasEntities = /^[^>]*\[/.test(text);
  return lengthTo(text, hasEntities ? ']>' : '>');
}

function lengthTo(text: string, close: string): number {
  const at = text.indexOf(close);
  return at === -1 ? 0 : at + close.length;
}
