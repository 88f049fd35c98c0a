import { createDeferred, type Deferred } from '../deferred.ts';
import { type FaultAction, type FaultRule, isMatch, type RunOutcomeAction } from './rule.ts';

/** A rule at work. */
export type Fault = {
  readonly id: string;
  readonly rule: FaultRule;
  /** How often its action has taken effect. */
  readonly hits: number;
};

export type Faults = {
  add(rule: FaultRule): Fault;
  /** Resolves once the fault has taken effect `count` times (default 1): held, dropped, answered. */
  hit(fault: Fault, count?: number): Promise<void>;
  /** Lets go what the fault holds, now and later. */
  release(fault: Fault): void;
  find(id: string): Fault | null;
  list(): readonly Fault[];
  /** Removes all rules and lets go what they hold. */
  clear(): void;
};

type RequestName = { method: string; path: string };

/** The side that the servers use. */
export type FaultDesk = Faults & {
  takeForRequest(request: RequestName): ActiveFault | null;
  takeForRun(request: RequestName): RunOutcomeAction | null;
};

export type ActiveFault = {
  action: Exclude<FaultAction, RunOutcomeAction>;
  markHit(): void;
  released: Promise<void>;
};

type Entry = Fault & {
  hits: number;
  left: number;
  waiters: { count: number; reached: Deferred }[];
  gate: Deferred;
};

function createEntry(id: string, rule: FaultRule): Entry {
  const left = rule.times === 'always' ? Number.POSITIVE_INFINITY : (rule.times ?? 1);
  return { id, rule, hits: 0, left, waiters: [], gate: createDeferred() };
}

function markHit(entry: Entry): void {
  entry.hits++;
  const due = entry.waiters.filter(({ count }) => count <= entry.hits);
  entry.waiters = entry.waiters.filter(({ count }) => count > entry.hits);
  for (const { reached } of due) reached.resolve();
}

export function createFaults(): FaultDesk {
  const entries = new Map<string, Entry>();
  let lastId = 0;

  const entryOf = (fault: Fault): Entry => {
    const entry = entries.get(fault.id);
    if (entry === undefined) throw new Error(`No such fault: ${fault.id}`);
    return entry;
  };
  const take = (request: RequestName, isWanted: (action: FaultAction) => boolean): Entry | null => {
    for (const entry of entries.values()) {
      if (entry.left > 0 && isWanted(entry.rule.action) && isMatch(entry.rule, request)) {
        entry.left--;
        return entry;
      }
    }
    return null;
  };

  return {
    add(rule) {
      const entry = createEntry(String(++lastId), rule);
      entries.set(entry.id, entry);
      return entry;
    },
    hit(fault, count = 1) {
      const entry = entryOf(fault);
      if (entry.hits >= count) return Promise.resolve();
      const reached = createDeferred();
      entry.waiters.push({ count, reached });
      return reached.promise;
    },
    release: (fault) => entryOf(fault).gate.resolve(),
    find: (id) => entries.get(id) ?? null,
    list: () => [...entries.values()],
    clear() {
      for (const entry of entries.values()) entry.gate.resolve();
      entries.clear();
    },
    takeForRequest(request) {
      const entry = take(request, (action) => action.kind !== 'runOutcome');
      if (entry === null || entry.rule.action.kind === 'runOutcome') return null;
      const { action } = entry.rule;
      return { action, markHit: () => markHit(entry), released: entry.gate.promise };
    },
    takeForRun(request) {
      const entry = take(request, (action) => action.kind === 'runOutcome');
      if (entry === null || entry.rule.action.kind !== 'runOutcome') return null;
      markHit(entry);
      return entry.rule.action;
    },
  };
}
