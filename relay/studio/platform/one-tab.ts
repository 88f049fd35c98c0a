/**
 * Jobs run in one tab of a browser at a time: two that drive the same job could both pay for it. Whoever has the
 * lock has the jobs; a tab that is closed or ended lets go of it by that.
 */
export function createOneTab(memberId: string) {
  const name = `restyle.tab.${memberId}`;
  const channel = new BroadcastChannel(name);
  /** Resolves once it is this tab's turn, which lasts as long as the tab. */
  const isOurs = new Promise<void>((resolve) => {
    void navigator.locks.request(name, () => {
      // A tab that begins anew is the same to its jobs as one that was ended, and waits for its turn again.
      channel.onmessage = () => location.reload();
      resolve();
      return new Promise(() => {});
    });
  });
  return {
    isOurs,
    /** Asks the tab that has the jobs to let go of them. */
    askForTurn: () => channel.postMessage('let go'),
  };
}
