import type { Engine } from '#shared/engines/engine.ts';
import { systemIds as ids, systemClock } from '#shared/platform.ts';
import { connectToMainThread } from '../../figma-plugin/bridge/request.ts';
import { createLayerJobs, type LayerJobs } from '../../figma-plugin/ui/jobs/layer-jobs.ts';
import { openLayerJournal } from '../../figma-plugin/ui/jobs/layer-journal.ts';
import { openWaitingOrders } from '../../figma-plugin/ui/jobs/waiting-orders.ts';
import { createMainStorage } from '../../figma-plugin/ui/platform/main-storage.ts';
import { createMemoryBlobs } from '../../figma-plugin/ui/platform/memory-blobs.ts';
import type { FakeFigma } from '../fakes/figma/fake-figma.ts';
import { createSharpCodec } from '../fakes/sharp-codec.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { createDeferred } from '../stand-in/deferred.ts';

export type PanelLife = {
  jobs: LayerJobs;
  /** How often something has crossed the panel's borders so far: messages, and calls of the engine. */
  crossings(): number;
  /** Resolves when so many more have crossed and the window is gone, mid-word. */
  closeAfter(crossings: number): Promise<void>;
  end(): void;
};

const never = new Promise<never>(() => {});

/** The panel's jobs, as its session wires them. */
export async function openPanelLife(
  figma: FakeFigma,
  engine: Engine,
  nowMs = Date.now(),
): Promise<PanelLife> {
  figma.startPlugin();
  const closing = createDeferred();
  let count = 0;
  let closesAt = Number.POSITIVE_INFINITY;
  let isOver = false;
  const cross = () => {
    count += 1;
    if (count < closesAt || isOver) return;
    isOver = true;
    closing.resolve();
  };
  const channel = {
    post(message: unknown) {
      cross();
      if (!isOver) figma.send(message);
    },
    listen: (hear: (message: unknown) => void) =>
      void figma.onMessage((message) => {
        cross();
        if (!isOver) hear(message);
      }),
  };
  const main = connectToMainThread({ channel, clock: systemClock, ids });
  const storage = createMainStorage(main);
  const [fileId, seen] = ['file', seenByPanel(engine, cross, () => isOver)];
  const jobs = createLayerJobs({
    ...{ main, fileId, ids, codec: createSharpCodec(), clock: createVirtualClock(nowMs) },
    journal: await openLayerJournal(storage, fileId),
    waiting: await openWaitingOrders(storage, fileId),
    blobs: createMemoryBlobs(ids),
    workflow: async () => ({ engine: seen, description: await engine.describe(), prices: {} }),
  });
  return {
    jobs,
    crossings: () => count,
    closeAfter(crossings) {
      closesAt = count + crossings;
      return closing.promise;
    },
    end() {
      isOver = true;
      figma.stopPlugin();
    },
  };
}

/** A call may reach the server and its answer nobody, or neither. */
function seenByPanel(engine: Engine, cross: () => void, isOver: () => boolean): Engine {
  return new Proxy(engine, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        cross();
        if (isOver()) return never;
        const answer = await member.apply(target, args);
        cross();
        return isOver() ? never : answer;
      };
    },
  });
}
