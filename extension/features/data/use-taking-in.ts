import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { dataWords } from '#shared/i18n/en/data.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { hostsToBeAllowed } from './hosts-asked.ts';
import { openExport } from './open-export.ts';
import type { Taken } from './take-everything.ts';
import { type Asked, takeWanted, type Wanted } from './take-wanted.ts';

export type TakingState =
  | { name: 'idle' }
  | { name: 'opening' }
  | { name: 'refused'; problem: string }
  | ({ name: 'found'; here: readonly Connection[]; isWrong: boolean; isBusy: boolean } & Asked)
  | { name: 'taking'; done: number; total: number }
  | { name: 'taken'; taken: Taken }
  | { name: 'undone' };

/** A saved file from being chosen to being taken in, and back. */
export function useTakingIn(services: Services) {
  const [state, setState] = useState<TakingState>({ name: 'idle' });
  const trying = (work: () => Promise<TakingState>) =>
    void work().then(setState, (error: unknown) =>
      setState({ name: 'refused', problem: refusalOf(toErrorData(error)) }),
    );

  const open = (file: File | undefined) => {
    if (!file) return;
    setState({ name: 'opening' });
    trying(async () => {
      const [found, here] = await Promise.all([openExport(file), loadConnections()]);
      const hosts = await hostsToBeAllowed(found.backup.connections.map(({ connection }) => connection));
      return { name: 'found', found, hosts, here, isWrong: false, isBusy: false };
    });
  };

  /** `asking`: the browser's question for hosts, which a click has already put. */
  const take = (wanted: Wanted, asking: Promise<unknown>) => {
    if (state.name !== 'found') return;
    setState({ ...state, isBusy: true });
    trying(async () => {
      // Refused, the engine says so with the button to allow it when it is first used.
      await asking.catch(() => false);
      const onProgress = (done: number, total: number) => setState({ name: 'taking', done, total });
      const taken = await takeWanted(state, wanted, services, onProgress);
      return taken ? { name: 'taken', taken } : { ...state, isWrong: true };
    });
  };

  const undo = ({ undo: restore }: Taken) =>
    trying(async () => {
      await restore();
      return { name: 'undone' };
    });
  return { state, open, take, undo, leave: () => setState({ name: 'idle' }) };
}

/** What is unforeseen has words for jobs only. */
function refusalOf(error: ErrorData): string {
  if (error.code === 'unknown') return dataWords.import.failed;
  const { title, advice } = errorWords(error);
  return `${title}. ${advice}`;
}
