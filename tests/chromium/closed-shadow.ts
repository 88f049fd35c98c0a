import type { Page } from 'playwright-core';
import { waitFor } from '../../scripts/browser/wait-for.ts';

type AxNode = {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  backendDOMNodeId?: number;
  nodeId: string;
  childIds?: string[];
};

/** What assistive technology is told of a page, closed shadow roots included, which selectors do not enter. */
async function axNodes(page: Page): Promise<AxNode[]> {
  const protocol = await page.context().newCDPSession(page);
  const { nodes } = await protocol.send('Accessibility.getFullAXTree');
  await protocol.detach();
  return nodes as AxNode[];
}

/** The text of the live region, joined. */
export async function spokenStatus(page: Page): Promise<string> {
  const nodes = await axNodes(page);
  const status = nodes.find(({ role }) => role?.value === 'status');
  const textOf = (node: AxNode | undefined): string =>
    node?.role?.value === 'StaticText'
      ? (node.name?.value ?? '')
      : (node?.childIds ?? []).map((id) => textOf(nodes.find(({ nodeId }) => nodeId === id))).join('');
  return textOf(status);
}

/** Clicks a button by its name, with the mouse. */
export async function clickButton(page: Page, name: RegExp): Promise<void> {
  const button = await waitFor(`the button ${name}`, async () =>
    (await axNodes(page)).find(
      ({ role, name: named }) => role?.value === 'button' && name.test(named?.value ?? ''),
    ),
  );
  const protocol = await page.context().newCDPSession(page);
  const { model } = await protocol.send('DOM.getBoxModel', { backendNodeId: button.backendDOMNodeId ?? 0 });
  await protocol.detach();
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.content;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}
