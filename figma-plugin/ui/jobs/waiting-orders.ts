import type { ErrorData } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import type { ListedStore } from '../platform/main-storage.ts';
import { type LayerJob, type Order, orderOf } from './layer-job.ts';

/** A picture that was asked for and has no job yet: it waits for its export, or could not be exported. */
export type WaitingOrder = {
  version: 1;
  id: string;
  fileId: string;
  order: Order;
  error: ErrorData | null;
  /** When it was asked for. Older documents lack it. */
  askedAtMs?: number;
};

export type WaitingOrders = {
  /** Resolves when the order would outlive the panel. Raises `storage-full`. */
  keep(row: LayerJob, askedAtMs: number): Promise<void>;
  /** Once it has a job, which is written down itself, or is given up. */
  forget(id: string): Promise<void>;
  ofThisFile(): readonly WaitingOrder[];
  elsewhereCount(): number;
};

const prefix = 'order:';

const schema = z.looseObject({
  version: z.literal(1),
  id: z.string(),
  fileId: z.string(),
  order: z.looseObject({ nodeId: z.string(), recipe: z.looseObject({ seed: z.number() }) }),
  error: z.nullable(z.looseObject({ code: z.string(), detail: z.string() })),
  askedAtMs: z.optional(z.number()),
});

/** What was ordered and not yet handed to the engine, in Figma's `clientStorage`. */
export async function openWaitingOrders(store: ListedStore, fileId: string): Promise<WaitingOrders> {
  const orders = await readOrders(store);

  return {
    async keep(row, askedAtMs) {
      const error = row.state.name === 'failed' ? row.state.error : null;
      const order: WaitingOrder = { version: 1, id: row.id, fileId, order: orderOf(row), error, askedAtMs };
      orders.set(row.id, order);
      await store.set(prefix + row.id, order);
    },
    async forget(id) {
      if (orders.delete(id)) await store.delete(prefix + id);
    },
    ofThisFile: () => [...orders.values()].filter((order) => order.fileId === fileId),
    elsewhereCount: () => [...orders.values()].filter((order) => order.fileId !== fileId).length,
  };
}

async function readOrders(store: ListedStore): Promise<Map<string, WaitingOrder>> {
  const keys = (await store.keys()).filter((key) => key.startsWith(prefix));
  const stored = await Promise.all(keys.map((key) => store.get(key)));
  const orders = stored.flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data as unknown as WaitingOrder] : [];
  });
  return new Map(orders.map((order) => [order.id, order]));
}
