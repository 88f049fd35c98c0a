import type { Outputs } from './execute.ts';
import type { PromptGraph } from './graph.ts';
import type { Outcome } from './options.ts';

export type Prompt = {
  id: string;
  /** Of the socket that hears of it. */
  clientId: string;
  /** Order of execution. */
  number: number;
  graph: PromptGraph;
  extraData: Readonly<Record<string, unknown>>;
  createdAtMs: number;
  state: 'pending' | 'running' | 'finished' | 'deleted';
  outputs: Outputs;
  /** `[event, data]`, as history keeps them. */
  messages: [string, Record<string, unknown>][];
  interrupt: AbortController;
};

type Execute = (prompt: Prompt) => Promise<Outputs>;
type Plan = { outcome: Outcome; runMs: number; startsWhenHeard: boolean };

/** How those who listen are told. */
export type Announcer = {
  /** Resolves when somebody listens. */
  heard(prompt: Prompt): Promise<void>;
  event(prompt: Prompt, name: string, data: Record<string, unknown>): void;
  step(prompt: Prompt, value: number, max: number): Promise<void>;
};

/** One prompt at a time, lowest number first, and all it was ever asked for. */
export function createPromptQueue(execute: Execute, plan: () => Plan, announce: Announcer) {
  const prompts: Prompt[] = [];
  let isWorking = false;

  const inState = (state: Prompt['state']) => prompts.filter((prompt) => prompt.state === state);
  const next = () => inState('pending').sort((a, b) => a.number - b.number)[0];

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (let prompt = next(); prompt; prompt = next()) await run(prompt, execute, plan(), announce);
    isWorking = false;
  }

  return {
    inState,
    all: (): readonly Prompt[] => prompts,
    find: (id: string) => prompts.find((prompt) => prompt.id === id && prompt.state !== 'deleted') ?? null,

    add(asked: Pick<Prompt, 'id' | 'graph' | 'extraData' | 'clientId'>): Prompt {
      const prompt: Prompt = {
        ...asked,
        number: prompts.length + 1,
        createdAtMs: Date.now(),
        state: 'pending',
        outputs: {},
        messages: [],
        interrupt: new AbortController(),
      };
      prompts.push(prompt);
      setImmediate(() => void work());
      return prompt;
    },

    /** Only what has not begun. */
    delete(id: string): void {
      for (const prompt of inState('pending')) if (prompt.id === id) prompt.state = 'deleted';
    },

    /** `null` stops whatever runs. */
    interrupt(id: string | null): void {
      for (const prompt of inState('running')) if (id === null || prompt.id === id) prompt.interrupt.abort();
    },
  };
}

export type PromptQueue = ReturnType<typeof createPromptQueue>;

const steps = 4;

async function run(
  prompt: Prompt,
  execute: Execute,
  { outcome, runMs, startsWhenHeard }: Plan,
  announce: Announcer,
): Promise<void> {
  const tell = (event: string, data: Record<string, unknown> = {}) => {
    prompt.messages.push([event, { prompt_id: prompt.id, timestamp: Date.now(), ...data }]);
    announce.event(prompt, event, data);
  };
  if (startsWhenHeard) await announce.heard(prompt);
  prompt.state = 'running';
  tell('execution_start');
  tell('execution_cached', { nodes: [] });
  for (let step = 1; step <= steps; step++) {
    await announce.step(prompt, step, steps);
    await interruptibleWait(runMs / steps, prompt.interrupt.signal);
  }
  if (outcome === 'cancelled') prompt.interrupt.abort();
  try {
    if (prompt.interrupt.signal.aborted)
      tell('execution_interrupted', { node_id: '16', node_type: 'KSampler' });
    else if (outcome === 'failed') tell('execution_error', outOfMemory);
    else {
      prompt.outputs = await execute(prompt);
      tell('execution_success');
    }
  } catch (error) {
    const [type, message] = [
      String((error as Error).message),
      `cannot identify image file '/srv/comfy/input/x.png'`,
    ];
    tell('execution_error', {
      ...outOfMemory,
      node_type: 'LoadImage',
      exception_type: type,
      exception_message: message,
    });
  }
  prompt.state = 'finished';
  announce.event(prompt, 'executing', { node: null });
}

/** Tracebacks name paths of the server: they must go no further than the engine. */
const outOfMemory = {
  node_id: '16',
  node_type: 'KSampler',
  exception_type: 'torch.OutOfMemoryError',
  exception_message: 'Allocation on device 0 would exceed allowed memory. (out of memory)\n',
  traceback: ['  File "/srv/comfy/execution.py", line 345, in execute\n'],
  current_inputs: { seed: [42] },
  current_outputs: [],
};

function interruptibleWait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
