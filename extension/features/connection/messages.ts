import type { Connection } from '#shared/connection/connection.ts';
import type { Account } from '#shared/engines/comfydeploy/account.ts';
import type { LastingHealth } from '../../platform/check-health.ts';

export type ConnectionMessages = {
  /** What the connected ComfyDeploy account has left and has used. */
  'connection.account': (question: Record<string, never>) => Account;
  /** How an engine is doing: one free request. Asked here, so that no page carries the engines. */
  'connection.health': (question: { connection: Connection }) => LastingHealth;
};
