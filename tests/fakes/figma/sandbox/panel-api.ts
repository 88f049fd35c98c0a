import type { MessageEventHandler, PluginAPI, UIAPI } from '@figma/plugin-typings/plugin-api-standalone';
import { type Crossing, toCrossing } from './clone.ts';

export type PanelWindow = { html: string; width: number; height: number; themeColors: boolean };

export type PanelHost = {
  post(crossing: Crossing): void;
  onShow(window: PanelWindow): void;
  onResize(width: number, height: number): void;
};

const leastWidth = 70;

/** The plugin's end of its window. */
export function createPanelApi(host: PanelHost) {
  let hear: MessageEventHandler | undefined;
  let isOpen = false;

  const ui = {
    resize(width, height) {
      if (!isOpen) throw new Error('in resize: No UI to resize');
      if (!(width >= leastWidth && height >= 0))
        throw new Error('in resize: Expected a width of at least 70');
      host.onResize(width, height);
    },
    postMessage(message) {
      if (!isOpen) throw new Error('in postMessage: No UI to send a message to');
      host.post(toCrossing(message));
    },
    get onmessage() {
      return hear;
    },
    set onmessage(next: MessageEventHandler | undefined) {
      hear = next;
    },
  } satisfies Partial<UIAPI>;

  const showUI: PluginAPI['showUI'] = (html, { width = 300, height = 200, themeColors = false } = {}) => {
    isOpen = true;
    host.onShow({ html, width, height, themeColors });
  };

  return {
    ui,
    showUI,
    receive: (message: unknown) => hear?.(message, { origin: 'null' }),
    close() {
      isOpen = false;
      hear = undefined;
    },
  };
}
