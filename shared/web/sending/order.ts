import type { Bytes, OnSent } from '#shared/ports.ts';

/** A request with a body that somebody wants to see go out. */
export type Order = {
  url: string;
  method: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Bytes;
};

/** What came back. */
export type Returned = { status: number; headers: readonly (readonly [string, string])[]; body: Bytes };

/** What is told on the way, from document to worker. */
export type OrderNews =
  | { kind: 'sent'; ratio: number }
  | { kind: 'answered'; returned: Returned }
  | { kind: 'failed'; detail: string };

/** Sends an order; rejects with a `TypeError` where no answer came, as `fetch` does, and when it is aborted. */
export type Send = (order: Order, onSent: OnSent, signal: AbortSignal) => Promise<Returned>;

/** What is known of the line to servers. */
export type Line = {
  /** How fast a large body last went over it; `null` where none has. */
  bytesPerSecond(): Promise<number | null>;
  learn(bytesPerSecond: number): Promise<void>;
};

/** Where something that sends and tells how far it is can be had. */
export type Sender = {
  /** Nothing need be opened to send. */
  isAtHand(): boolean;
  /** Who sends; rejects where there is nobody. */
  ready(): Promise<Send>;
  /** Asked where a sender is not at hand, for whether one is worth opening. */
  line: Line;
};
