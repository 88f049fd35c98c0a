import { AppError } from '#shared/errors/app-error.ts';
import type { InputOrder, PreparedInput, PrepareElsewhere } from '#shared/jobs/prepared-input.ts';
import { systemClock } from '#shared/platform.ts';
import type { Client, HiddenDocument } from '../sending/hidden-document.ts';
import type { Prepared, PrepareOrder } from './order.ts';

/** No picture within our limits takes as long, on a machine that has anything else to do. */
const patienceMs = 30_000;

/**
 * Large pictures are prepared in the hidden document: there a decoder can leave out pixels that are not needed, the
 * worker stays free, and what does not come to an end can be ended.
 */
export function createPreparer(hidden: HiddenDocument) {
  const prepareElsewhere: PrepareElsewhere = async (order) => {
    if (hidden.isHere) return null;
    const client = await hidden.ready().catch(() => null);
    if (!client) return null;
    const ended = new AbortController();
    const gone = new Promise<null>((resolve) => hidden.watch(() => resolve(null), ended.signal));
    const tooSlow = systemClock.sleep(patienceMs, ended.signal).then(() => endAndRaise(hidden));
    tooSlow.catch(() => {});
    return Promise.race([gone, answerOf(client, order), tooSlow]).finally(() => ended.abort());
  };
  return {
    prepareElsewhere,

    /** Has the document opened while the picture is still being read. */
    beAtHand(): void {
      if (!hidden.isHere) void hidden.ready().catch(() => {});
    },
  };
}

/** Only the document can be ended, not what it does; whoever else waits for it goes on without it. */
function endAndRaise(hidden: HiddenDocument): never {
  void hidden.close();
  throw new AppError('picture-unsupported', `decoding it takes more than ${patienceMs / 1_000} s`);
}

/** `null` where something else than the picture is in the way there. */
function answerOf(client: Client, order: InputOrder): Promise<PreparedInput | null> {
  const { port1: port, port2: theirs } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<Prepared>) => {
      port.close();
      if ('input' in data) return resolve(data.input);
      const { code, detail, ...facts } = data.error;
      if (code === 'unknown') return resolve(null);
      reject(new AppError(code, detail, facts));
    };
    client.postMessage({ prepare: order } satisfies PrepareOrder, [theirs]);
  });
}
