export const roles = ['admin', 'member'] as const;
/** An admin also adds people, sees what everybody spends, and sets the key. */
export type Role = (typeof roles)[number];

/** Somebody who may use the relay. */
export type Member = {
  id: string;
  name: string;
  role: Role;
  /** Ids of the deployments they may run; `null` for all. */
  deployments: readonly string[] | null;
};

/** A member as they call, from one of their devices. */
export type Caller = Member & {
  deviceId: string;
  /** The device that let this one in, of the same person; `null` where an admin's link did. */
  letInById: string | null;
  /** When a browser's session ends; `null` for a token, which does not by itself. */
  expiresAtMs: number | null;
};

export function mayRun({ deployments }: Member, deploymentId: string): boolean {
  return deployments === null || deployments.includes(deploymentId);
}

export type MemberRow = { id: string; name: string; role: Role; deployments: string | null };

export function toMember({ id, name, role, deployments }: MemberRow): Member {
  return { id, name, role, deployments: deployments === null ? null : JSON.parse(deployments) };
}

export function deploymentsColumn(deployments: readonly string[] | null): string | null {
  return deployments === null ? null : JSON.stringify(deployments);
}
