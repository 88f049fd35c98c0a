import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { type Api, createApi } from '#shared/engines/http/api.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { systemClock } from '#shared/platform.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';
import type { LiveCheckOptions } from './arguments.ts';

/** `bad` means that Restyle will not work with this account; `open` that the question stays open. */
export type Verdict = 'good' | 'note' | 'open' | 'bad';
export type Finding = { question: string; verdict: Verdict; answer: string };

export type Answer = { verdict: Verdict; answer: string };

export type Check = {
  question: string;
  ask(context: Context): Promise<Answer>;
};

/** What the checks work with, and what earlier ones found for later ones. */
export type Context = {
  options: LiveCheckOptions;
  engine: Engine;
  api: Api;
  /** Without a key: for other origins, and for what a page would see. */
  bareFetch: HttpFetch;
  /** Headers of every answer so far. */
  headersSeen: Headers[];
  clock: Clock;
  /** The newest run, once it is known. */
  newestRunId: string | null;
  /** Address of a result, once one is known. */
  resultUrl: string | null;
};

export const good = (answer: string): Answer => ({ verdict: 'good', answer });
export const note = (answer: string): Answer => ({ verdict: 'note', answer });
export const open = (answer: string): Answer => ({ verdict: 'open', answer });
export const bad = (answer: string): Answer => ({ verdict: 'bad', answer });

export function createContext(options: LiveCheckOptions, clock: Clock = systemClock): Context {
  const headersSeen: Headers[] = [];
  const recordingFetch: HttpFetch = async (url, init) => {
    const response = await fetch(url, init);
    headersSeen.push(response.headers);
    return response;
  };
  const ports = { fetch: recordingFetch, clock };
  return {
    options,
    engine: createComfyDeployEngine({ ...options, ...ports }),
    api: createApi({ ...options, ...ports }),
    bareFetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(15_000) }),
    headersSeen,
    clock,
    newestRunId: null,
    resultUrl: null,
  };
}

/** Asks one question; an error is an answer too. */
export async function ask(check: Check, context: Context): Promise<Finding> {
  try {
    return { question: check.question, ...(await check.ask(context)) };
  } catch (error) {
    const { code, detail } = toErrorData(error);
    return { question: check.question, ...bad(`It could not be asked: ${code} (${detail}).`) };
  }
}
