import { browser } from 'wxt/browser';

/** `index` is `null` when the batch itself has changed, or many of its items. */
export type BatchChange = { batchId: string; index: number | null };

type Message = { changedBatch?: BatchChange; isTrayChanged?: true };

function tell(message: Message): Promise<boolean> {
  return browser.runtime.sendMessage(message).then(
    (answered) => answered === true,
    // Nobody is listening, which is fine.
    () => false,
  );
}

/** Tells every open page of the extension. */
export function tellBatchChanged(change: BatchChange): void {
  void tell({ changedBatch: change });
}

/** Tells that pictures were put into the tray; true when a page is open that shows it. */
export function tellTrayChanged(): Promise<boolean> {
  return tell({ isTrayChanged: true });
}

/** Calls back with every change; answers the way to stop. */
export function onBatchChanged(callback: (change: BatchChange) => void): () => void {
  const listener = ({ changedBatch }: Message): undefined => {
    if (changedBatch) callback(changedBatch);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Calls back when something came into the tray from elsewhere, and says that it is seen. */
export function onTrayChanged(callback: () => void): () => void {
  const listener = (
    message: Message,
    _sender: unknown,
    reply: (answer: boolean) => void,
  ): true | undefined => {
    if (!message.isTrayChanged) return undefined;
    callback();
    reply(true);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
