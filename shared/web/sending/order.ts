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

/** Where something that sends and tells how far it is can be had. */
export type Sender = {
  /** Nothing need be opened to send. */
  isAtHand(): boolean;
  /** Who sends; rejects where there is nobody. */
  ready(): Promise<Send>;
  /** How the line to servers was when a large body last went over it. */
  line: { isSlow: boolean };
};
