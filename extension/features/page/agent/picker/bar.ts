import { pickerWords as words } from '#shared/i18n/en/picker.ts';
import { button, element } from './element.ts';

/** The strip that says what is outlined, and holds what else can be done. */
export function createBar() {
  const title = element('p', { class: 'title', dir: 'auto' });
  const hint = element('p', { class: 'hint' }, words.hint);
  const live = element('p', { class: 'quiet', role: 'status' });
  const choose = button('choose', words.choose, 'primary');
  const all = button('all', '');
  const tools = element(
    'div',
    { class: 'tools' },
    all,
    button('draw', words.draw),
    button('leave', words.leave),
    choose,
  );
  const facts = element('div', { class: 'facts' }, title, hint, live);
  const bar = element('div', {
    class: 'bar',
    role: 'dialog',
    'aria-label': words.name,
    tabindex: '-1',
  });
  bar.append(facts, tools);
  return {
    bar,
    /** What is outlined, for eyes and for ears; `null` where there is no picture. */
    tell(said: { label: string; size: string; place: string } | null): void {
      title.textContent = said ? `${said.label} · ${said.size}` : words.name;
      hint.textContent = said ? words.hint : words.none;
      live.textContent = said ? words.spoken(said.label, said.size, said.place) : words.none;
      choose.hidden = false;
      choose.setAttribute('aria-disabled', String(said === null));
    },
    tellToDraw(): void {
      choose.hidden = true;
      title.textContent = words.draw;
      hint.textContent = words.drawHint;
      live.textContent = words.drawHint;
    },
    count(large: number): void {
      all.textContent = words.all(large);
      all.hidden = large < 2;
    },
    /** Gives way to what is outlined. */
    keepClearOf(box: DOMRect | null): void {
      const isBelow = box !== null && box.bottom > innerHeight - 130 && box.top > 130;
      bar.classList.toggle('away', isBelow);
    },
  };
}
