import { element } from './element.ts';

const roomForTagPx = 44;

/** The frame around the picture that is meant, with its size beside it; all else is dimmed. */
export function createOutline() {
  const tag = element('span', { class: 'tag' });
  const frame = element('div', { class: 'outline' }, tag);
  return {
    frame,
    show(box: DOMRect | null, words: string, isDrawn = false): void {
      frame.style.display = box ? 'block' : 'none';
      if (!box) return;
      const { left, top, width, height, bottom } = box;
      frame.style.cssText = `display:block;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
      frame.classList.toggle('drawn', isDrawn);
      tag.classList.toggle('inside', bottom + roomForTagPx > innerHeight && height > roomForTagPx);
      if (tag.textContent !== words) tag.textContent = words;
      tag.hidden = words === '';
    },
  };
}
