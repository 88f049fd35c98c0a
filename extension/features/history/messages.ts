import type { Use } from '#shared/history/entry.ts';

export type HistoryMessages = {
  /** Somebody did something with a job's picture. Asked by frames on pages too, which reach no database. */
  'history.used': (question: { jobId: string; use: Use }) => void;
  /** Writes down ended jobs that have no entry yet: those of version 1, and of a worker that died. */
  'history.catchUp': (question: Record<string, never>) => void;
  /** Writes down what is missing and lets go what need not be kept; answers when it is done. */
  'history.tidy': (question: Record<string, never>) => void;
};
