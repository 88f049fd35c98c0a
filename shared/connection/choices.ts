import { type Connection, deploymentIdOf } from '#shared/connection/connection.ts';

/**
 * A connection that was tested anew, with what the person had chosen for it before: which inputs are
 * which, as long as it is the same deployment, and where the team is told of runs.
 */
export function withChoicesOf(previous: Connection | undefined, next: Connection): Connection {
  if (previous?.engine !== next.engine) return next;
  const { roles } = previous.description;
  const isSame = deploymentIdOf(previous) === deploymentIdOf(next);
  const described = roles && isSame ? { ...next, description: { ...next.description, roles } } : next;
  const isMain = previous.engine === 'comfydeploy' && described.engine === 'comfydeploy';
  return isMain && previous.webhook ? { ...described, webhook: previous.webhook } : described;
}
