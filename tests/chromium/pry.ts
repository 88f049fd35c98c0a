/** What a page that lies in wait keeps for itself. */
type Waylaid = { found: string[]; note(what: string, ...values: unknown[]): void };

/** Runs in a page before anything of ours: listens on every line there is. */
export function layInWait(): void {
  const found: string[] = [];
  const note: Waylaid['note'] = (what, ...values) => {
    found.push(`${what}: ${values.map((value) => String(value).slice(0, 20_000)).join(' ')}`);
  };
  Object.assign(globalThis, { found, note } satisfies Waylaid);

  for (const name of ['restyle', 'jobs', 'job', 'changed', 'pairing', 'sync', ''])
    new BroadcastChannel(name).addEventListener('message', ({ data }) =>
      note('broadcast', JSON.stringify(data)),
    );
  navigator.serviceWorker?.addEventListener('message', ({ data }) => note('worker saw', data));
  for (const type of ['dragstart', 'drag', 'drop', 'copy', 'cut', 'paste'])
    addEventListener(type, (event) => note('carried', carriedBy(event)), { capture: true });
  for (const type of ['focusin', 'keydown', 'pointerdown', 'input', 'beforeinput'])
    addEventListener(type, (event) => note('event', type, namesIn(event.composedPath())), { capture: true });
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note('entry', JSON.stringify(entry));
    }).observe({ type, buffered: true });

  function carriedBy(event: Event): string {
    const { dataTransfer, clipboardData } = event as DragEvent & ClipboardEvent;
    const held = dataTransfer ?? clipboardData;
    return [...(held?.types ?? [])].map((type) => held?.getData(type)).join(' ');
  }

  function namesIn(path: readonly EventTarget[]): string {
    return path.map((each) => (each as Partial<Element>).localName ?? '').join('<');
  }
}

/**
 * Runs in the same page: asks, floods and probes, though told the extension's id and a job's. Answers what came
 * of it and of lying in wait, as text.
 */
export async function pry([extensionId, jobId]: readonly [
  extensionId: string,
  jobId: string,
]): Promise<string> {
  const { found, note } = globalThis as unknown as Waylaid;
  const within = (work: Promise<unknown>) =>
    Promise.race([
      work.then(
        (value) => `given ${value}`,
        () => 'refused',
      ),
      new Promise((resolve) => setTimeout(resolve, 300, 'refused')),
    ]);
  const look = (read: () => unknown) => {
    try {
      return read();
    } catch {
      return 'refused';
    }
  };

  note('focused', document.activeElement?.outerHTML, document.activeElement?.shadowRoot);
  const overlay = document.querySelector('restyle-overlay');
  overlay?.dispatchEvent(new DragEvent('dragstart', { dataTransfer: new DataTransfer(), bubbles: true }));
  note('clipboard', await within(navigator.clipboard.readText()));
  note(
    'frames',
    window.length,
    look(() => window[0]?.location.href),
  );
  const question = { verb: 'jobs.read', agent: 'read', picker: 'start', jobId, changedJobId: jobId };
  for (let n = 0; n < 500; n++)
    for (const each of [window, ...Array.from(window)]) each.postMessage(question, '*');
  for (const path of ['manifest.json', 'overlay.html', 'page-agent.js', 'icon/128.png', 'popup.html'])
    note(`probe ${path}`, await within(fetch(`chrome-extension://${extensionId}/${path}`)));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return found.join('\n');
}
