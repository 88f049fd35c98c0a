import type { Channel } from '../../bridge/messages.ts';

/** The panel's end of the channel. Figma names no origin to check: the bridge checks every shape. */
export const panelChannel: Channel = {
  post: (message) => parent.postMessage({ pluginMessage: message }, '*'),
  listen: (hear) => addEventListener('message', ({ data }) => hear(data?.pluginMessage)),
};
