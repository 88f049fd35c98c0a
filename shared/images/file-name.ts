import type { EncodableMimeType } from '#shared/images/codec.ts';

const lookedAtCharacters = 400;
/** At four bytes a character still within the 255 bytes of a file system. */
const maxCharacters = 60;
/** Not allowed by Windows, or by the downloads of Chrome (`~`) and of shells. */
const forbidden = /[<>:"/\\|?*~%\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Joiners, direction overrides and half surrogates, which can make a name look like another. */
const invisible = /[\p{Cf}\p{Cs}\p{Co}]/gu;
const pictureExtension = /\.(?:avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp)$/i;
/** Names of devices, which Windows refuses with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that any system can save and any server can take: `My cat.webp` and `png` make `My cat.png`. */
export function fileNameFor(label: string, extension: string): string {
  return `${safeName(label) || 'picture'}.${extension}`;
}

/** A file's name without extension, or a folder's, that any system can save; '' when nothing is left of it. */
export function safeName(label: string): string {
  const visible = label.slice(0, lookedAtCharacters).replace(invisible, '');
  const name = visible.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(pictureExtension, '');
  return trimEnds([...trimEnds(name)].slice(0, maxCharacters).join('')).replace(reserved, '$&_');
}

/** The extension that tells what the bytes really are; servers go by it. */
export function extensionFor(mimeType: EncodableMimeType): 'png' | 'jpg' {
  return mimeType === 'image/png' ? 'png' : 'jpg';
}

/** A leading dot hides a file, a trailing one is lost on Windows. */
function trimEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, '');
}
