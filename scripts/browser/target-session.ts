import type { CDPSession } from 'playwright-core';

export type TargetMessage = {
  id?: number;
  method?: string;
  result?: unknown;
  error?: { message: string };
};

export type TargetSession = {
  send(message: { id: number; method: string; params?: object }): Promise<void>;
  /** The next message that is accepted; to be called before what causes it. */
  next(accepts: (message: TargetMessage) => boolean): Promise<TargetMessage>;
};

/** `Inspector.enable` is asked for all sessions under this number, so that they hear of a stop. */
const inspectorId = 0;

/** What the protocol says when a worker stops, or a page crashes. */
export function isStop({ method }: TargetMessage): boolean {
  return method === 'Inspector.targetCrashed';
}

/**
 * Talks to any target the browser has, through the browser's own session: it reaches service workers
 * that were restarted and popups, which Playwright has no handle for.
 */
export async function withTarget<Result>(
  browser: CDPSession,
  targetId: string,
  talk: (session: TargetSession) => Promise<Result>,
): Promise<Result> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const send: TargetSession['send'] = async (message) => {
    await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(message) });
  };
  try {
    await send({ id: inspectorId, method: 'Inspector.enable' });
    return await talk({ send, next: (accepts) => nextMessage(browser, sessionId, accepts) });
  } finally {
    await browser.send('Target.detachFromTarget', { sessionId }).catch(() => {});
  }
}

function nextMessage(
  browser: CDPSession,
  sessionId: string,
  accepts: (message: TargetMessage) => boolean,
): Promise<TargetMessage> {
  return new Promise((resolve, reject) => {
    const end = () => {
      browser.off('Target.receivedMessageFromTarget', onMessage);
      browser.off('Target.detachedFromTarget', onDetached);
    };
    const onMessage = (event: { sessionId: string; message: string }) => {
      if (event.sessionId !== sessionId) return;
      const message: TargetMessage = JSON.parse(event.message);
      if (!accepts(message)) return;
      end();
      resolve(message);
    };
    const onDetached = (event: { sessionId: string }) => {
      if (event.sessionId !== sessionId) return;
      end();
      reject(new Error('The target is gone.'));
    };
    browser.on('Target.receivedMessageFromTarget', onMessage);
    browser.on('Target.detachedFromTarget', onDetached);
  });
}
