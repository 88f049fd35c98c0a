import type { Account } from '#shared/engines/comfydeploy/account.ts';

export type ConnectionMessages = {
  /** What the connected ComfyDeploy account has left and has used. */
  'connection.account': (question: Record<string, never>) => Account;
};
