import axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';

type Violation = { id: string; nodes: { html: string }[] };

/** What axe finds in the panel, one line a violation. Colours are Figma's own, so contrast is not asked. */
export async function axeViolations(ui: FrameLocator): Promise<string[]> {
  const violations = await ui.locator('html').evaluate(async (html, code) => {
    const script = html.ownerDocument.createElement('script');
    script.textContent = code;
    html.append(script);
    const { axe } = globalThis as unknown as {
      axe: { run(root: Element, options: object): Promise<{ violations: Violation[] }> };
    };
    const rules = {
      'color-contrast': { enabled: false },
      'document-title': { enabled: false },
      'html-has-lang': { enabled: false },
    };
    return (await axe.run(html, { rules })).violations;
  }, axe.source);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
