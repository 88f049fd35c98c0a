import { hasText, latin1 } from '#shared/images/latin1.ts';
import { isSvg } from '#shared/images/sniff-svg.ts';

type Signature = { mimeType: string; matches(bytes: Uint8Array): boolean };

const heicBrands = /^(hei[cxms]|hev[cxms]|mif1|msf1)$/;
const dibHeaderSizes: readonly (number | undefined)[] = [12, 40, 52, 56, 64, 108, 124];

/** In order of how often they are met. */
const signatures: readonly Signature[] = [
  { mimeType: 'image/jpeg', matches: (b) => startsWith(b, [0xff, 0xd8, 0xff]) },
  { mimeType: 'image/png', matches: (b) => hasText(b, 0, '\x89PNG\r\n\x1a\n') },
  { mimeType: 'image/webp', matches: (b) => hasText(b, 0, 'RIFF') && hasText(b, 8, 'WEBP') },
  { mimeType: 'image/gif', matches: (b) => hasText(b, 0, 'GIF87a') || hasText(b, 0, 'GIF89a') },
  { mimeType: 'image/avif', matches: (b) => brands(b).some((brand) => /^avi[fs]$/.test(brand)) },
  { mimeType: 'image/heic', matches: (b) => brands(b).some((brand) => heicBrands.test(brand)) },
  { mimeType: 'image/bmp', matches: isBmp },
  { mimeType: 'image/x-icon', matches: isIco },
  { mimeType: 'image/tiff', matches: isTiff },
  { mimeType: 'image/jxl', matches: isJxl },
  { mimeType: 'image/svg+xml', matches: isSvg },
];

/**
 * The kind of picture that bytes are, told by what they begin with and never by a name or a header
 * of HTTP; `null` when they are none. Numbers from the WHATWG MIME Sniffing standard and each format's own.
 */
export function sniffMimeType(bytes: Uint8Array): string | null {
  return signatures.find((signature) => signature.matches(bytes))?.mimeType ?? null;
}

function startsWith(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, i) => bytes[i] === byte);
}

/** Major and compatible brands of an ISO base media file; none when it is not one. */
function brands(bytes: Uint8Array): string[] {
  if (!hasText(bytes, 4, 'ftyp')) return [];
  const boxBytes = (bytes[2] ?? 0) * 0x100 + (bytes[3] ?? 0);
  const text = latin1(bytes, 8, Math.min(boxBytes, 256) - 8);
  // The four bytes after the major brand are its version, which no pattern of ours matches.
  return text.match(/[\s\S]{4}/g) ?? [];
}

/** Two letters are a weak mark, so the size of the header that follows has to be a real one. */
function isBmp(bytes: Uint8Array): boolean {
  return hasText(bytes, 0, 'BM') && dibHeaderSizes.includes(bytes[14]) && hasText(bytes, 15, '\0\0\0');
}

/** The first entry's reserved byte is 0 and its picture lies after the directory. */
function isIco(bytes: Uint8Array): boolean {
  const count = (bytes[4] ?? 0) + (bytes[5] ?? 0) * 0x100;
  return startsWith(bytes, [0, 0, 1, 0]) && count > 0 && bytes[9] === 0 && bytes.length > 6 + count * 16;
}

function isTiff(bytes: Uint8Array): boolean {
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((mark) => hasText(bytes, 0, mark));
}

function isJxl(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0x0a]) || hasText(bytes, 0, '\0\0\0\x0cJXL \r\n\x87\n');
}
