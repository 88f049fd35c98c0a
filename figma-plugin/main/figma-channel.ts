import type { Channel } from '../bridge/messages.ts';

/** Figma's end of the channel to the panel. */
export const figmaChannel: Channel = {
  post: (message) => figma.ui.postMessage(message),
  listen: (hear) => {
    figma.ui.onmessage = hear;
  },
};
