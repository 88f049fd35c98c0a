import { pickerWords as words } from '#shared/i18n/en/picker.ts';
import { boxOf } from '../candidates/box.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { createLayer, inlineStyle } from '../layer.ts';
import { createBar } from './bar.ts';
import { labelOf, sizeOf } from './describe.ts';
import { addStyle, element } from './element.ts';
import { createOutline } from './outline.ts';
import { pickerStyle } from './style.ts';

export type PickerView = ReturnType<typeof createPickerView>;

const cover = {
  display: 'block',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  'color-scheme': 'light dark',
};

/** The picker as it is seen: above everything of the page, and out of its reach. */
export function createPickerView() {
  const { host, root, remove } = createLayer('restyle-picker', null);
  host.style.cssText = inlineStyle(cover);
  const shield = element('div', { class: 'shield' });
  const outline = createOutline();
  const bar = createBar();
  root.append(shield, outline.frame, bar.bar);
  addStyle(root, pickerStyle);
  bar.bar.focus();

  return {
    root,
    remove,

    tell(current: Candidate | null, index: number, count: number): void {
      bar.tell(
        current && {
          label: labelOf(current),
          size: sizeOf(current),
          place: words.place(index + 1, count),
        },
      );
    },
    tellToDraw: () => bar.tellToDraw(),
    countLarge: (count: number) => bar.count(count),

    /** To be called once a frame: pages move. */
    outline(current: Candidate | null): void {
      const box = current && boxOf(current.element);
      outline.show(box, current ? sizeOf(current) : '');
      bar.keepClearOf(box);
    },

    outlineDrawn(box: DOMRect | null): void {
      const { width = 0, height = 0 } = box ?? {};
      const size = [width, height].map((side) => Math.round(side * devicePixelRatio));
      outline.show(box, words.size(size[0] ?? 0, size[1] ?? 0), true);
    },

    /** Puts the sheet in the bar's place, or the bar back. */
    showSheet(sheet: HTMLElement | null): void {
      root.querySelector('.sheet')?.remove();
      bar.bar.style.display = sheet ? 'none' : '';
      shield.classList.toggle('dim', sheet !== null);
      if (sheet) root.append(sheet);
      (sheet ?? bar.bar).focus();
    },

    ownAt(xPx: number, yPx: number): Element | null {
      const found = root.elementFromPoint(xPx, yPx);
      return found === shield || found === host ? null : found;
    },

    moveFocus: (step: 1 | -1) => moveFocus(root, step),
  };
}

/** Moves the focus on among what is ours. */
function moveFocus(root: ShadowRoot, step: 1 | -1): void {
  const all = [...root.querySelectorAll<HTMLElement>('button, input')].filter((each) =>
    each.checkVisibility(),
  );
  const now = all.indexOf(root.activeElement as HTMLElement);
  all.at((now + step + all.length) % all.length)?.focus();
}
