import type { Dialect } from './options.ts';
import type { Prompt } from './prompt-queue.ts';

const last = (prompt: Prompt) => prompt.messages.at(-1)?.[0];
/** 0.3.64 does not yet write down when a prompt came. */
const extraDataOf = (prompt: Prompt, dialect: Dialect) =>
  dialect === 'old' ? prompt.extraData : { ...prompt.extraData, create_time: prompt.createdAtMs };

const tuple = (prompt: Prompt, dialect: Dialect) => [
  prompt.number,
  prompt.id,
  prompt.graph,
  extraDataOf(prompt, dialect),
  [],
];

const statusOf = (prompt: Prompt) => ({
  status_str: last(prompt) === 'execution_success' ? 'success' : 'error',
  completed: last(prompt) === 'execution_success',
  messages: prompt.messages,
});

/** One entry of `GET /history/{id}`. */
export function historyView(prompt: Prompt, dialect: Dialect) {
  return { prompt: tuple(prompt, dialect), outputs: prompt.outputs, status: statusOf(prompt), meta: {} };
}

/** `GET /queue`: pending ones in the order of a heap, which is not that of execution. */
export function queueView(running: readonly Prompt[], pending: readonly Prompt[], dialect: Dialect) {
  const tuples = (prompts: readonly Prompt[]) => prompts.map((prompt) => tuple(prompt, dialect));
  return { queue_running: tuples(running), queue_pending: tuples(pending).reverse() };
}

function jobStatus(prompt: Prompt): string {
  if (prompt.state === 'pending') return 'pending';
  if (prompt.state === 'running') return 'in_progress';
  if (last(prompt) === 'execution_success') return 'completed';
  return last(prompt) === 'execution_interrupted' ? 'cancelled' : 'failed';
}

/** One item of `GET /api/jobs`. */
export function jobSummary(prompt: Prompt, dialect: Dialect) {
  const createdAt = dialect === 'cloud' ? Math.floor(prompt.createdAtMs / 1000) : prompt.createdAtMs;
  return { id: prompt.id, status: jobStatus(prompt), priority: prompt.number, create_time: createdAt };
}

/** `GET /api/jobs/{id}`; only finished ones carry outputs. */
export function jobView(prompt: Prompt, dialect: Dialect) {
  const workflow = { prompt: prompt.graph, extra_data: extraDataOf(prompt, dialect) };
  const summary = jobSummary(prompt, dialect);
  if (prompt.state !== 'finished') return dialect === 'new' ? summary : { ...summary, workflow };
  const error = prompt.messages.find(([event]) => event === 'execution_error')?.[1];
  const failure = error ? { execution_error: error } : {};
  return { ...summary, ...failure, outputs: prompt.outputs, execution_status: statusOf(prompt), workflow };
}
