import { pickerWords } from '#shared/i18n/en/picker.ts';
import type { Candidate } from '../candidates/candidate.ts';

const maxLabelLength = 80;

/** What to call a picture: as its page does, else by its file, else by what it is. */
export function labelOf({ element, kind, urls }: Candidate): string {
  const names = ['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name));
  const named = [...names, fileNameOf(urls[0] ?? '')].find((name) => name?.trim());
  return (named ?? pickerWords.kinds[kind]).trim().slice(0, maxLabelLength);
}

function fileNameOf(url: string): string {
  if (!url.startsWith('http')) return '';
  const last = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The size of the file where the page knows it, else the size on the page. */
export function sizeOf({ naturalWidthPx, naturalHeightPx, box }: Candidate): string {
  if (naturalWidthPx > 0 && naturalHeightPx > 0) return pickerWords.size(naturalWidthPx, naturalHeightPx);
  return pickerWords.size(Math.round(box.width), Math.round(box.height));
}
