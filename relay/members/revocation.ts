import type { Statement } from '../store/database.ts';

export type Revoked = {
  memberId: string;
  deviceId: string;
  /** Goes on, with what it has let in: the browser from whose page it is done. */
  keptId?: string;
};

/**
 * Ends a device of a member, and what it has let in: whoever had its token may have let in themselves. By the way of
 * a device that was ended before as well.
 */
export function revocation({ memberId, deviceId, keptId = '' }: Revoked, nowMs: number): Statement[] {
  return [
    'UPDATE devices SET revoked_at_ms = ? WHERE id IN ended AND revoked_at_ms IS NULL',
    'UPDATE invitations SET used_at_ms = ? WHERE device_id IN ended AND used_at_ms IS NULL',
  ].map((sql) => ({ sql: `${ended} ${sql}`, values: [deviceId, memberId, keptId, nowMs] }));
}

const ended = `WITH RECURSIVE ended (id) AS (
  SELECT id FROM devices WHERE id = ? AND member_id = ?
  UNION SELECT devices.id FROM devices JOIN ended ON devices.let_in_by_id = ended.id WHERE devices.id <> ?
)`;
