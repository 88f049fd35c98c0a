/** Figma's own page: hands messages on between the panel and the main thread, which is in Node. */
export const figmaPage = `<!doctype html><title>Figma</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; overflow: hidden }</style>
<iframe id="network" src="/network"></iframe>
<script>
const network = document.getElementById('network');
const toText = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
};
const fromText = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const isBytes = (part) => part instanceof Uint8Array;
addEventListener('message', (event) => {
  if (event.source !== network.contentWindow || !event.data || !('pluginMessage' in event.data)) return;
  window.toMainThread(JSON.stringify(event.data.pluginMessage, (key, part) => (isBytes(part) ? { $text: toText(part) } : part)));
});
window.toPanel = (json) => {
  const message = JSON.parse(json, (key, part) => (part && typeof part.$text === 'string' ? fromText(part.$text) : part));
  network.contentWindow.postMessage({ pluginMessage: message }, '*');
};
</script>`;

/** The frame between: blank but for the panel, and only the panel's messages go up. */
export function networkPage(htmlBase64: string): string {
  return `<!doctype html><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<iframe id="panel" title="Restyle" src="data:text/html;base64,${htmlBase64}"></iframe>
<script>
const panel = document.getElementById('panel');
addEventListener('message', (event) => {
  if (event.source === panel.contentWindow) parent.postMessage(event.data, '*');
  else if (event.source === parent) panel.contentWindow.postMessage(event.data, '*');
});
</script>`;
}
