import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { createStore } from '../platform/store.ts';
import type { JobRows } from './job-rows.ts';
import type { LayerJournal } from './layer-journal.ts';
import type { LayerSender } from './layer-sender.ts';
import { reviveJobs } from './resume-jobs.ts';
import { noneHeld, reviveOrders } from './resume-orders.ts';
import type { RowActions } from './row-actions.ts';
import type { WaitingOrders } from './waiting-orders.ts';

type Deps = {
  main: MainThread;
  journal: LayerJournal;
  waiting: WaitingOrders;
  blobs: MemoryBlobs;
  clock: Clock;
  rows: JobRows;
  runner: JobRunner;
  sender: LayerSender;
  actions: Pick<RowActions, 'add'>;
};

/** What an earlier life of the panel left. */
export function createTakingUp(deps: Deps) {
  const { waiting, rows, runner, sender, actions } = deps;
  const held = createStore(noneHeld);
  const release = () => {
    const released = held.get().rows;
    held.set(noneHeld);
    return released;
  };

  return {
    /** Not paid for, and so old that a person is asked first. */
    held,
    makeHeld: () => actions.add(release()),
    /** They are not made, and not asked about again. */
    leaveHeld: () => Promise.all(release().map(({ id }) => waiting.forget(id))),

    /** Goes on with what may go on; may be called at any time. */
    async resume(): Promise<void> {
      rows.add(await reviveJobs(deps));
      await runner.resume();
      const left = reviveOrders(deps);
      rows.add(left.rows);
      held.set(left.held);
      for (const { id, state } of left.rows) if (state.name === 'queued') sender.send(id);
    },
  };
}
