import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { toErrorData } from '#shared/errors/app-error.ts';
import { pairingWords as words } from '#shared/i18n/en/pairing.ts';
import { type Allowance, firstAllowance } from '#shared/pairing/grant.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { ask } from '../../messaging.ts';
import { AllowanceFields } from './allowance-fields.tsx';
import { OfferBox } from './offer-box.tsx';
import { PairingRow } from './pairing-row.tsx';
import styles from './pairing-section.module.css';
import { figmaPages } from './relay-script.ts';
import { usePairings } from './use-pairings.ts';

type Offer = { secret: string; untilMs: number };

/** Figma in this browser: connect it, see what it spends, end it. */
export function PairingSection() {
  const [{ isOffered, pairings }, look] = usePairings();
  const [allowance, setAllowance] = useState<Allowance>(firstAllowance);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [problem, setProblem] = useState('');

  const connect = async () => {
    // First of all, or the browser no longer sees the click.
    const isAllowed = await browser.permissions.request({ origins: [figmaPages] });
    setProblem(isAllowed ? '' : words.refused);
    if (!isAllowed) return;
    try {
      setOffer(await ask('pairing.offer', allowance));
      await look();
    } catch (error) {
      setProblem(words.failed(toErrorData(error).detail));
    }
  };
  const withdraw = () => {
    setOffer(null);
    void ask('pairing.withdraw', {}).then(look);
  };
  return (
    <section aria-labelledby="figma">
      <h2 id="figma">{words.heading}</h2>
      <p class={styles.lead}>{words.lead}</p>
      <OptionCost of="figma" />
      {offer && isOffered ? (
        <OfferBox {...offer} onWithdraw={withdraw} />
      ) : (
        <>
          <AllowanceFields allowance={allowance} onAllowance={setAllowance} />
          <div class={styles.buttons}>
            <Button onClick={() => void connect()}>{words.connect}</Button>
          </div>
        </>
      )}
      {problem && <p role="alert">{problem}</p>}
      {pairings.length > 0 && (
        <>
          <p class={styles.lead}>{words.may}</p>
          <ul class={styles.list} aria-label={words.paired}>
            {pairings.map((pairing) => (
              <PairingRow key={pairing.id} pairing={pairing} allowance={allowance} onChange={look} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
