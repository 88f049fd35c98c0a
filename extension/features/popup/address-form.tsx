import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import styles from './address-form.module.css';

/** A picture by its address. Its host is asked for by the same click. */
export function AddressForm({ onAddress }: { onAddress: (address: string) => void }) {
  const [address, setAddress] = useState('');
  const url = URL.parse(address.trim());
  const canFetch = url !== null && /^https?:$/.test(url.protocol);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!canFetch) return;
    // The request comes first: after any wait the browser no longer sees a click.
    void browser.permissions
      .request({ origins: [hostPatternOf(url.href)] })
      .then((isAllowed) => isAllowed && onAddress(url.href));
  };
  return (
    <form class={styles.form} onSubmit={onSubmit}>
      <TextInput label={popupWords.address} value={address} onValue={setAddress} />
      <Button type="submit" blocked={!canFetch}>
        {popupWords.fetch}
      </Button>
    </form>
  );
}
