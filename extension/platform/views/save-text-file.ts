const linkLivesMs = 60_000;

/** Downloads a JSON text as a file, by a link, which needs no permission. */
export function saveTextFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), linkLivesMs);
}
