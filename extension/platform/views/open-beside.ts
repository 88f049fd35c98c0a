import { browser } from 'wxt/browser';

type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the panel beside the page. Call it as the first statement of a click's handler: after any wait the
 * browser no longer sees a person's click.
 */
export function openBeside(windowId: number): Promise<void> {
  const { sidebarAction } = browser as Sidebar;
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
}
