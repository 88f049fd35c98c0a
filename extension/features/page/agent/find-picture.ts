/** Roots a picture may stand in: the document and every open shadow root. */
function* rootsOf(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* rootsOf(element.shadowRoot);
  }
}

/** The clicked picture: of those that show this address, the one under the pointer, else the largest in view. */
export function findPicture(pictureUrl: string): HTMLImageElement | null {
  const showing = [...rootsOf(document)]
    .flatMap((root) => [...root.querySelectorAll('img')])
    .filter((picture) => picture.currentSrc === pictureUrl || picture.src === pictureUrl);
  const hovered = showing.find((picture) => picture.matches(':hover'));
  if (hovered) return hovered;
  return showing.sort((a, b) => areaInView(b) - areaInView(a))[0] ?? null;
}

function areaInView(element: Element): number {
  const box = element.getBoundingClientRect();
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return Math.max(width, 0) * Math.max(height, 0);
}

const maxLabelLength = 80;

/** What to call a picture: its alternative text, cut short. */
export function labelOfPicture(picture: HTMLImageElement): string {
  return picture.alt.trim().slice(0, maxLabelLength);
}
