import { systemIds } from '#shared/platform.ts';
import type { Statement } from '../store/database.ts';
import { longestDeviceName } from './device-book.ts';

type Redeemed = { codeHash: string; tokenHash: string; deviceName: string };

/** Makes a device of an invitation that is still good, and uses it up. The first of the two tells whether it was. */
export function redemption({ codeHash, tokenHash, deviceName }: Redeemed, nowMs: number): Statement[] {
  const name = deviceName.slice(0, longestDeviceName);
  return [
    {
      sql: `INSERT INTO devices (id, member_id, name, token_hash, created_at_ms, let_in_by_id)
        SELECT ?, member_id, ?, ?, ?, device_id FROM invitations
        WHERE code_hash = ? AND used_at_ms IS NULL AND expires_at_ms > ?`,
      values: [systemIds.uuid(), name, tokenHash, nowMs, codeHash, nowMs],
    },
    {
      sql: 'UPDATE invitations SET used_at_ms = ? WHERE code_hash = ? AND used_at_ms IS NULL',
      values: [nowMs, codeHash],
    },
  ];
}
