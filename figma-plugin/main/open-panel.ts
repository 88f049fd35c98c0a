import type { WindowSize } from '../bridge/window-size.ts';

/** Nothing of a person's own goes into the document: it would end up within a script. */
const html = (panelCode: string) =>
  `<div id="create-figma-plugin"></div><script>document.body.classList.add('theme-figma');const __FIGMA_COMMAND__='';const __SHOW_UI_DATA__={};${panelCode}</script>`;

/** One panel for every command; which one it was, the panel asks. */
export function openPanel({ widthPx, heightPx }: WindowSize): void {
  figma.showUI(html(__html__), { width: widthPx, height: heightPx, themeColors: true });
}
