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

/** A connection without what was chosen for it on this browser, as a person's other browsers get it. */
export function shareable(connection: Connection): Connection {
  const { roles: _, ...description } = connection.description;
  const plain = { ...connection, description };
  if (plain.engine !== 'comfydeploy') return plain;
  const { webhook: __, ...withoutWebhook } = plain;
  return withoutWebhook;
}
