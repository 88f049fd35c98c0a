import { figmaWords } from '#shared/i18n/en/figma.ts';

/** Selects a layer and brings it into view, on its own page; says so when the person has deleted it. */
export async function showLayer(nodeId: string): Promise<void> {
  const layer = await figma.getNodeByIdAsync(nodeId);
  const page = layer && pageOf(layer);
  if (!layer || !page || layer.type === 'PAGE' || layer.type === 'DOCUMENT') {
    figma.notify(figmaWords.jobs.resultGone);
    return;
  }
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page);
  figma.currentPage.selection = [layer];
  figma.viewport.scrollAndZoomIntoView([layer]);
}

function pageOf(node: BaseNode): PageNode | null {
  if (node.type === 'PAGE') return node;
  return node.parent && pageOf(node.parent);
}
