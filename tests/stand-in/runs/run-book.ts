import { type Run, statusOf } from './run.ts';

/** Every run there ever was, oldest first. */
export type RunBook = {
  add(run: Run): void;
  find(id: string): Run | null;
  all(): readonly Run[];
  /** Older runs of the same machine that still wait. */
  countBefore(run: Run): number;
};

export function createRunBook(): RunBook {
  const runs = new Map<string, Run>();
  const isWaiting = (run: Run) => ['not-started', 'queued'].includes(statusOf(run));
  return {
    add: (run) => void runs.set(run.id, run),
    find: (id) => runs.get(id) ?? null,
    all: () => [...runs.values()],
    countBefore(run) {
      const older: Run[] = [];
      for (const other of runs.values()) {
        if (other === run) break;
        if (other.deployment.machineId === run.deployment.machineId && isWaiting(other)) older.push(other);
      }
      return older.length;
    },
  };
}
