/** As much of a connection as a relay uses. */
export type RelayPort = {
  postMessage(message: string): void;
  disconnect(): void;
  onMessage: { addListener(hear: (message: unknown) => void): void };
  onDisconnect: { addListener(hear: () => void): void };
};

type Runtime = {
  /** Gone once the extension has been updated or removed under an open page. */
  id: string | undefined;
  connect(options: { name: string }): RelayPort;
};

const scope = globalThis as unknown as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };

/** The browser's own namespace: injected scripts carry no polyfill. */
export const runtime: Runtime | undefined = scope.browser?.runtime ?? scope.chrome?.runtime;
