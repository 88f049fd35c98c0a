import { pairingMark } from '#shared/pairing/pairing-mark.ts';
import { maxTextLength } from '#shared/pairing/wire.ts';
import { runtime } from './host.ts';
import { createRateLimit } from './rate-limit.ts';
import { relayName } from './relay-name.ts';

const mark = '__restylePairingRelay';

/**
 * Carries texts between a panel and the background, and reads none of them: what matters is sealed.
 * Runs in `data:` frames only, never in Figma's own page, and touches no element of either.
 */
export function installRelay(): void {
  const marked = globalThis as { [mark]?: true };
  if (window === window.top || location.protocol !== 'data:' || marked[mark]) return;
  marked[mark] = true;
  const isAllowed = createRateLimit(() => performance.now());
  const onMessage = (event: MessageEvent) => {
    const [port] = event.ports;
    // From the panel itself, not from a frame or page around it.
    if (event.source !== window || event.data !== pairingMark || !port) return;
    // After an update the new version's own relay answers.
    if (!runtime?.id) return stop();
    if (isAllowed()) carry(port, relayName);
    else port.close();
  };
  const listen = () => addEventListener('message', onMessage);
  // Figma writes the panel's document anew, which takes all listeners off the window but this one's cause.
  const written = new MutationObserver(listen);
  const stop = () => {
    written.disconnect();
    removeEventListener('message', onMessage);
  };
  written.observe(document, { childList: true });
  listen();
}

function carry(port: MessagePort, name: string): void {
  const background = runtime?.connect({ name });
  const end = () => {
    port.postMessage(null);
    port.close();
    background?.disconnect();
  };
  background?.onMessage.addListener((text) => port.postMessage(text));
  background?.onDisconnect.addListener(end);
  port.onmessage = ({ data }) => {
    if (data !== null && typeof data === 'string' && data.length <= maxTextLength)
      background?.postMessage(data);
    else end();
  };
}
