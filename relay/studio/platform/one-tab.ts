/** A tab that runs lets go at once when it is asked to; one that is frozen hears nothing. */
const patienceMs = 3_000;

export type OneTab = ReturnType<typeof createOneTab>;

/**
 * Jobs run in one tab of a browser at a time: two that drive the same job could both pay for it. Whoever has the
 * lock has the jobs; a tab that is closed or ended lets go of it by that, and from one that does not answer it is
 * taken.
 */
export function createOneTab(memberId: string) {
  const name = `restyle.tab.${memberId}`;
  const channel = new BroadcastChannel(name);
  let ownId: string | undefined;
  let isHeld = false;
  let take: () => void = () => {};
  /** Resolves once it is this tab's turn, which lasts as long as the tab, or until another takes it. */
  const isOurs = new Promise<void>((resolve) => {
    const hold = async () => {
      ownId = await holderOf(name);
      isHeld = true;
      // A tab that begins anew is the same to its jobs as one that was ended, and waits for its turn again.
      channel.onmessage = () => location.reload();
      resolve();
      return new Promise<never>(() => {});
    };
    // Ends only when it was taken.
    take = () => void navigator.locks.request(name, { steal: true }, hold).catch(() => location.reload());
    void navigator.locks.request(name, hold).catch(() => location.reload());
  });
  return {
    isOurs,

    /** Asks the tab that has the jobs to let go of them. */
    askForTurn(): void {
      channel.postMessage('let go');
      setTimeout(() => isHeld || take(), patienceMs);
    },

    /**
     * Resolves where it is still this tab's turn, and else never: a tab that was frozen when it was taken may go on
     * with what it was about to send before it hears of that. It begins anew in a moment.
     */
    async stillOurs(): Promise<void> {
      if ((await holderOf(name)) === ownId) return;
      location.reload();
      return new Promise(() => {});
    },
  };
}

async function holderOf(name: string): Promise<string | undefined> {
  return (await navigator.locks.query()).held?.find((lock) => lock.name === name)?.clientId;
}
