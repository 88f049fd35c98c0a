import type { FaultAction, FaultRule } from '../../tests/stand-in/faults/rule.ts';
import type { StandIn } from '../../tests/stand-in/stand-in.ts';

const upload = { method: 'POST', path: '/api/file/upload' };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const look = { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' };
const result = { method: 'GET', path: '/outputs/' };

const broken: FaultAction = { kind: 'drop' };
const answerLost: FaultAction = { kind: 'dropAfter' };
const cut: FaultAction = { kind: 'truncate' };
const badGateway: FaultAction = { kind: 'status', status: 502, html: '<html>bad gateway</html>' };
const busy: FaultAction = {
  kind: 'status',
  status: 503,
  json: { detail: 'busy' },
  headers: { 'retry-after': '1' },
};

/** What goes wrong with one of every `every` requests of a kind. */
const troubles: readonly { match: FaultRule['match']; every: number; actions: readonly FaultAction[] }[] = [
  { match: upload, every: 9, actions: [broken, badGateway, answerLost] },
  { match: queue, every: 8, actions: [answerLost, broken, badGateway, cut] },
  { match: look, every: 15, actions: [broken, busy, cut, badGateway] },
  { match: result, every: 9, actions: [cut, broken, badGateway] },
];

/** Adds faults for about `jobs` jobs, spread over them; answers how many. */
export function addFaults({ faults }: StandIn, jobs: number): number {
  let count = 0;
  for (const { match, every, actions } of troubles) {
    const isMany = match === look;
    const times = Math.max(1, Math.floor((isMany ? jobs * 3 : jobs) / every));
    for (let index = 0; index < times; index += 1) {
      const action = actions[index % actions.length];
      if (!action) continue;
      // A delay of nothing lets the requests between two faults pass.
      faults.add({ match, times: every - 1, action: { kind: 'delay', delayMs: 0 } });
      faults.add({ match, action });
      count += 1;
    }
  }
  return count;
}
