import { pickerWords } from '#shared/i18n/en/picker.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { inlineStyle } from '../layer.ts';

/**
 * A rectangle of the page as a picture: an empty element of ours holds its place, so that it scrolls with the
 * page and the result can be laid over it.
 */
export function drawnArea(box: DOMRect): Candidate {
  const place = document.createElementNS('http://www.w3.org/1999/xhtml', 'restyle-area') as HTMLElement;
  place.style.cssText = inlineStyle({
    display: 'block',
    position: 'absolute',
    left: `${box.x + scrollX}px`,
    top: `${box.y + scrollY}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    'pointer-events': 'none',
  });
  place.setAttribute('aria-label', pickerWords.kinds.area);
  document.documentElement.append(place);
  const sizes = { naturalWidthPx: 0, naturalHeightPx: 0 };
  return { element: place, kind: 'area', urls: [], largerUrls: [], box, ...sizes };
}
