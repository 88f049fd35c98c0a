import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { type FoundData, openExport } from './open-export.ts';
import { openKeys } from './take-connections.ts';
import { type Taken, takeEverything } from './take-everything.ts';

export type Wanted = { hasSettings: boolean; hasHistory: boolean; password: string };

export type TakingState =
  | { name: 'idle' }
  | { name: 'opening' }
  | { name: 'refused'; problem: string }
  | { name: 'found'; found: FoundData; here: readonly Connection[]; isWrong: boolean; isBusy: boolean }
  | { name: 'taking'; done: number; total: number }
  | { name: 'taken'; taken: Taken }
  | { name: 'undone' };

/** A saved file from being chosen to being taken in, and back. */
export function useTakingIn(services: Services) {
  const [state, setState] = useState<TakingState>({ name: 'idle' });
  const trying = (work: () => Promise<TakingState>) =>
    void work().then(setState, (error: unknown) =>
      setState({ name: 'refused', problem: toErrorData(error).detail }),
    );

  const open = (file: File | undefined) => {
    if (!file) return;
    setState({ name: 'opening' });
    trying(async () => {
      const [found, here] = await Promise.all([openExport(file), loadConnections()]);
      return { name: 'found', found, here, isWrong: false, isBusy: false };
    });
  };

  /** `asking`: the browser's question for hosts, which a click has already put. */
  const take = ({ hasSettings, hasHistory, password }: Wanted, asking: Promise<unknown>) => {
    if (state.name !== 'found') return;
    const { found } = state;
    setState({ ...state, isBusy: true });
    trying(async () => {
      // Refused, the engine says so with the button to allow it when it is first used.
      await asking.catch(() => false);
      const keys = password === '' ? [] : await openKeys(found.backup, password);
      if (keys === null) return { ...state, isWrong: true };
      const onProgress = (done: number, total: number) => setState({ name: 'taking', done, total });
      const choices = { hasSettings, hasHistory, keys, onProgress };
      return { name: 'taken', taken: await takeEverything(found, choices, services) };
    });
  };

  const undo = ({ undo: restore }: Taken) =>
    trying(async () => {
      await restore();
      return { name: 'undone' };
    });
  return { state, open, take, undo, leave: () => setState({ name: 'idle' }) };
}
