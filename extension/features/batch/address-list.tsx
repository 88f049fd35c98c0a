import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { addressesIn } from '#shared/capture/picture-at.ts';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import styles from './tray-view.module.css';

const words = batchWords.addresses;

type AddressListProps = {
  text: string;
  onText(text: string): void;
  onAddresses(addresses: readonly string[]): void;
};

/** Pictures by their addresses, one a line. Their hosts are asked for by the same click. */
export function AddressList({ text, onText, onAddresses }: AddressListProps) {
  const [isRefused, setRefused] = useState(false);
  const addresses = addressesIn(text);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (addresses.length === 0) return;
    // The request comes first: after any wait the browser no longer sees a click.
    void browser.permissions
      .request({ origins: [...new Set(addresses.map(hostPatternOf))] })
      .catch(() => false)
      .then((isAllowed) => {
        setRefused(!isAllowed);
        if (isAllowed) onAddresses(addresses);
      });
  };
  return (
    <form class={styles.addresses} onSubmit={onSubmit}>
      <TextArea
        label={words.label}
        hint={words.hint}
        error={isRefused ? words.refused : undefined}
        rows={3}
        value={text}
        onValue={onText}
      />
      <Button type="submit" blocked={addresses.length === 0}>
        {words.add(addresses.length)}
      </Button>
    </form>
  );
}
