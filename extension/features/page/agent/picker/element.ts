type Attributes = Readonly<Record<string, string>>;

/** Builds an element without ever reading text as markup: pages' words are data. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  // By its namespace: pictures and feeds that are opened as documents have another one.
  const made = document.createElementNS(
    'http://www.w3.org/1999/xhtml',
    tag,
  ) as unknown as HTMLElementTagNameMap[Tag];
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button of the picker; what it does is told by its name, where the events come in. */
export function button(act: string, words: string, kind: 'primary' | 'quiet' = 'quiet'): HTMLButtonElement {
  return element('button', { type: 'button', 'data-act': act, 'data-kind': kind }, words);
}

/** Styles that no policy of the page forbids, where the browser lets a script of ours say them so. */
export function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(element('style', {}, css));
  }
}
