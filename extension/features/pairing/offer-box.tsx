import { useEffect, useState } from 'preact/hooks';
import { pairingWords as words } from '#shared/i18n/en/pairing.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import styles from './pairing-section.module.css';

type OfferBoxProps = { secret: string; untilMs: number; onWithdraw(): void };

/** The code for as long as it can be used. It is shown once and kept nowhere in this form. */
export function OfferBox({ secret, untilMs, onWithdraw }: OfferBoxProps) {
  const [isCopied, setIsCopied] = useState(false);
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1_000));
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  return (
    <>
      <TextInput label={words.code} hint={words.codeHint(seconds)} value={secret} onValue={() => {}} />
      <div class={styles.buttons}>
        <Button kind="primary" onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <Button onClick={onWithdraw}>{words.withdraw}</Button>
      </div>
    </>
  );
}
