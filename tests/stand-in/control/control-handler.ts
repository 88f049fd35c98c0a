import type { Fault, Faults } from '../faults/faults.ts';
import { parseFaultRule } from '../faults/rule.ts';
import { type Answer, failure, json } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import type { LedgerEntry } from '../runs/ledger.ts';
import type { Timing } from '../timing.ts';

/** What can be asked of the stand-in itself, in-process and over HTTP. */
export type Controls = {
  ledger(): LedgerEntry[];
  requests(): Record<string, number>;
  faults: Faults;
  setTiming(timing: Partial<Timing>): void;
  fastForward(byMs: number): void;
  /** What the person does on the dashboard's page `/auth/request/{id}`. */
  approveLogin(requestId: string): void;
};

async function bodyOf<T>(exchange: Exchange): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await exchange.body())) as T;
}

const viewFault = ({ id, rule, hits }: Fault) => ({ id, rule, hits });

async function addFault(faults: Faults, exchange: Exchange): Promise<Answer> {
  try {
    return json(viewFault(faults.add(parseFaultRule(await bodyOf(exchange)))));
  } catch (error) {
    return failure(422, String(error));
  }
}

/** `GET /faults/{id}/hit` answers when the fault has taken effect; `POST …/release` lets go. */
async function handleFault(faults: Faults, exchange: Exchange): Promise<Answer> {
  const [, , id = '', verb] = exchange.path.split('/');
  const fault = faults.find(id);
  if (fault === null) return failure(404, 'No such fault');
  if (verb === 'hit') await faults.hit(fault, Number(exchange.query.get('count') ?? 1));
  if (verb === 'release') faults.release(fault);
  return json(viewFault(fault));
}

/** Routes of the stand-in that ComfyDeploy has not; `null` for all other paths. */
export async function handleControl(controls: Controls, exchange: Exchange): Promise<Answer | null> {
  const { method, path } = exchange;
  if (path.startsWith('/faults/')) return handleFault(controls.faults, exchange);
  switch (`${method} ${path}`) {
    case 'GET /ledger':
      return json(controls.ledger());
    case 'GET /requests':
      return json(controls.requests());
    case 'GET /faults':
      return json(controls.faults.list().map(viewFault));
    case 'POST /faults':
      return addFault(controls.faults, exchange);
    case 'DELETE /faults':
      controls.faults.clear();
      return json({});
    case 'POST /timing':
      controls.setTiming(await bodyOf<Partial<Timing>>(exchange));
      return json({});
    case 'POST /fast-forward':
      controls.fastForward((await bodyOf<{ byMs: number }>(exchange)).byMs);
      return json({});
    case 'POST /approve-login':
      controls.approveLogin((await bodyOf<{ requestId: string }>(exchange)).requestId);
      return json({});
    default:
      return null;
  }
}
