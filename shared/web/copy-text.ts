/** Puts text on the clipboard. The promise goes in unresolved: what it waits for does not cost the click. */
export async function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((whole) => new Blob([whole], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
