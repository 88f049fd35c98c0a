import { pairingWords as words } from '#shared/i18n/en/pairing.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { type Allowance, canSpend } from '#shared/pairing/grant.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '#shared/ui/text.module.css';
import { ask } from '../../messaging.ts';
import type { ListedPairing } from '../../platform/pairings/pairing-store.ts';
import styles from './pairing-section.module.css';

type PairingRowProps = { pairing: ListedPairing; allowance: Allowance; onChange(): Promise<void> };

/** One pairing: since when, what it may still spend, and its end. */
export function PairingRow({ pairing, allowance, onChange }: PairingRowProps) {
  const { id: pairingId, createdAtMs, lastUsedAtMs, grant } = pairing;
  const nowMs = Date.now();
  const used = lastUsedAtMs === null ? words.neverUsed : words.lastUsed(formatMoment(lastUsedAtMs));
  const minutes = Math.ceil((grant.untilMs - nowMs) / 60_000);
  return (
    <li class={styles.pairing}>
      <span>
        {words.since(formatMoment(createdAtMs))}, {used}
      </span>
      <span class={text.quiet}>
        {canSpend(grant, nowMs) ? words.left(grant.runsLeft, minutes) : words.usedUp}
      </span>
      <div class={styles.buttons}>
        <Button onClick={() => void ask('pairing.renew', { pairingId, allowance }).then(onChange)}>
          {words.renew}
        </Button>
        <Button kind="danger" onClick={() => void ask('pairing.revoke', { pairingId }).then(onChange)}>
          {words.revoke}
        </Button>
      </div>
    </li>
  );
}
