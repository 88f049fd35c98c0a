import { randomUUID } from 'node:crypto';
import { type Answer, json, plainText } from '../stand-in/http/answer.ts';
import type { Exchange } from '../stand-in/http/exchange.ts';
import type { FileStore } from './file-store.ts';
import { nodeCatalogue } from './node-catalogue.ts';
import type { ServerOptions } from './options.ts';
import type { PromptQueue } from './prompt-queue.ts';
import { isReadable, validatePrompt } from './validate.ts';
import { historyView, jobSummary, jobView, queueView } from './views.ts';

export type Kitchen = { queue: PromptQueue; files: FileStore; options: ServerOptions };

export const notFound = plainText('404: Not Found', 404);
const done: Answer = { status: 200, headers: {}, body: '' };
const crash = plainText('500 Internal Server Error\n\nServer got itself in trouble', 500);

type Body = Readonly<Record<string, unknown>>;
const bodyOf = async (exchange: Exchange): Promise<Body> =>
  JSON.parse(Buffer.from(await exchange.body()).toString() || '{}');

/** `POST /prompt`. */
export async function queuePrompt(exchange: Exchange, { queue, files, options }: Kitchen): Promise<Answer> {
  const { prompt, prompt_id, extra_data, client_id } = await bodyOf(exchange).catch(
    (): Body => ({ prompt: null }),
  );
  if (prompt === undefined)
    return json({ error: error('no_prompt', 'No prompt provided'), node_errors: {} }, 400);
  if (!isReadable(prompt)) return unreadable(options.dialect);
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(prompt_id));
  if (options.dialect === 'master' && !isUuid) {
    return json({ error: error('invalid_prompt_id', 'Invalid prompt_id'), node_errors: {} }, 400);
  }
  const nodes = nodeCatalogue(options.lacks);
  const hasFile = (name: string) => files.get('input', name) !== null;
  const verdict = validatePrompt(prompt, { dialect: options.dialect, nodes, hasFile });
  if (verdict.error) return json({ error: verdict.error, node_errors: verdict.nodeErrors }, 400);
  const id = options.dialect === 'cloud' ? randomUUID() : String(prompt_id ?? randomUUID());
  const extraData = (extra_data ?? {}) as Body;
  const { number } = queue.add({ id, graph: prompt, extraData, clientId: String(client_id ?? '') });
  return json({ prompt_id: id, number, node_errors: verdict.nodeErrors });
}

/** What is no graph of nodes: newer servers crash over it. */
function unreadable(dialect: ServerOptions['dialect']): Answer {
  if (dialect !== 'old') return crash;
  const missing = 'Cannot execute because a node is missing the class_type property.';
  return json({ error: error('invalid_prompt', missing), node_errors: {} }, 400);
}

const error = (type: string, message: string) => ({ type, message, details: '', extra_info: {} });

/** `GET /object_info[/Class]`. */
export function objectInfo(name: string | undefined, { options }: Kitchen): Answer {
  const nodes = nodeCatalogue(options.lacks);
  if (name === undefined) return json(nodes);
  if (options.dialect === 'cloud') return notFound;
  return json(name in nodes ? { [name]: nodes[name] } : {});
}

/** `GET /history/{id}`: `{}` for anything that has not finished. */
export function history(id: string, { queue, options }: Kitchen): Answer {
  if (options.dialect === 'cloud') return notFound;
  const prompt = queue.find(id);
  return json(prompt?.state === 'finished' ? { [id]: historyView(prompt, options.dialect) } : {});
}

/** `GET /prompt`: running and pending ones together. */
export function execInfo({ queue }: Kitchen): Answer {
  const remaining = queue.inState('running').length + queue.inState('pending').length;
  return json({ exec_info: { queue_remaining: remaining } });
}

export function showQueue({ queue, options }: Kitchen): Answer {
  return json(queueView(queue.inState('running'), queue.inState('pending'), options.dialect));
}

/** `GET /api/jobs` and `/api/jobs/{id}`. */
export function jobs(id: string | undefined, { query }: Exchange, { queue, options }: Kitchen): Answer {
  if (options.dialect === 'old') return notFound;
  if (id !== undefined) {
    const prompt = queue.find(id);
    return prompt ? json(jobView(prompt, options.dialect)) : json({ error: 'Job not found' }, 404);
  }
  const wanted = query.get('status')?.split(',');
  const known = queue.all().filter(({ state }) => state !== 'deleted');
  const listed = known.map((prompt) => jobSummary(prompt, options.dialect)).reverse();
  return json({ jobs: listed.filter(({ status }) => wanted?.includes(status) ?? true), pagination: {} });
}

/** `POST /api/jobs/{id}/cancel`, which v0.20.1 does not have yet. */
export function cancelJob(id: string, { queue, options }: Kitchen): Answer {
  if (options.dialect !== 'master') return notFound;
  queue.delete(id);
  queue.interrupt(id);
  return json({ cancelled: true });
}

/** `POST /queue`. */
export async function editQueue(exchange: Exchange, { queue }: Kitchen): Promise<Answer> {
  const { delete: ids = [] } = await bodyOf(exchange);
  for (const id of ids as string[]) queue.delete(id);
  return done;
}

/** `POST /interrupt`: Comfy Cloud reads no body and stops whatever runs. */
export async function interrupt(exchange: Exchange, { queue, options }: Kitchen): Promise<Answer> {
  const { prompt_id } = await bodyOf(exchange);
  queue.interrupt(options.dialect === 'cloud' || prompt_id === undefined ? null : String(prompt_id));
  return done;
}
