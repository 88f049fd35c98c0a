import type { ComfyDeployConnection, Connection } from '#shared/connection/connection.ts';
import type { ConnectionDraft } from '#shared/connection/connection-draft.ts';
import type { OtherDraft } from '#shared/connection/other-draft.ts';
import type { Account } from '#shared/engines/comfydeploy/account.ts';
import type { LastingHealth } from '../../platform/check-health.ts';

export type ConnectionMessages = {
  /** What the connected ComfyDeploy account has left and has used. */
  'connection.account': (question: Record<string, never>) => Account;
  /** Has the connected relay let in another device of this person; answers the link to open there. */
  'connection.inviteDevice': (question: Record<string, never>) => string;
  /** Tests what was filled in, by reads alone. Asked here, so that no page carries the engines. */
  'connection.test': (question: { draft: ConnectionDraft }) => ComfyDeployConnection;
  'connection.testOther': (question: { draft: OtherDraft }) => Connection;
  /** How an engine is doing: one free request. */
  'connection.health': (question: { connection: Connection }) => LastingHealth;
};
