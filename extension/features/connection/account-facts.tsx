import { useState } from 'preact/hooks';
import { formatUsd } from '#shared/budget/estimate.ts';
import type { Account } from '#shared/engines/comfydeploy/account.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { ask } from '../../messaging.ts';
import styles from './connected-card.module.css';

const words = settingsWords.account;

/** Credit and usage of the account, read when asked for and only where the key may. */
export function AccountFacts() {
  const [lines, setLines] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const read = () => {
    setReading(true);
    void ask('connection.account', {})
      .then(linesOf, (error: unknown) => [errorWords(toErrorData(error)).title])
      .then(setLines)
      .finally(() => setReading(false));
  };
  return (
    <div class={styles.account}>
      <Button busy={isReading} onClick={read}>
        {isReading ? words.reading : words.read}
      </Button>
      <OptionCost of="account" />
      <div role="status">
        {lines.map((line) => (
          <p key={line} class={styles.where}>
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}

function linesOf({ creditUsd, usedThisMonthUsd }: Account): string[] {
  const lines = [
    ...(creditUsd === null ? [] : [words.credit(formatUsd(creditUsd))]),
    ...(usedThisMonthUsd === null ? [] : [words.used(formatUsd(usedThisMonthUsd))]),
  ];
  return lines.length === 0 ? [words.untold] : lines;
}
