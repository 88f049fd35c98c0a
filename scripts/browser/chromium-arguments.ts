type Window = { widthPx: number; heightPx: number };

/** Beside what Playwright passes: no noise on the network, no bar above the page, our own window size. */
export function chromiumArguments({ widthPx, heightPx }: Window): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    // Chromium's sandbox refuses to run as root; `--test-type` keeps it from saying so in a bar above every page.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--window-position=0,0',
    `--window-size=${widthPx},${heightPx}`,
  ];
}
