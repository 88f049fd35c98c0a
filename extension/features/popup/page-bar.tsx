import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { SideIcon, TargetIcon } from '#shared/ui/icons/icons.tsx';
import type { PanelPlace } from '../../platform/views/panel-place.ts';
import { AddressForm } from './address-form.tsx';
import styles from './page-bar.module.css';
import { usePageBeside } from './use-page-beside.ts';

type PageBarProps = { place: PanelPlace; onAddress: (address: string) => void };

/** The ways onto the page beside the panel, and what helps where the browser closes it to everybody. */
export function PageBar({ place, onAddress }: PageBarProps) {
  const { isClosed, pick, stayBeside } = usePageBeside(place);
  return (
    <div class={styles.bar}>
      {place !== 'tab' && (
        <Button onClick={pick}>
          <TargetIcon />
          {popupWords.pick}
        </Button>
      )}
      {place === 'popup' && (
        <Button onClick={stayBeside}>
          <SideIcon />
          {popupWords.beside}
        </Button>
      )}
      {isClosed && (
        <div class={styles.closed} role="status">
          <Notice>
            <p>{place === 'side' ? popupWords.closedBeside : popupWords.closed}</p>
            <AddressForm onAddress={onAddress} />
          </Notice>
        </div>
      )}
    </div>
  );
}
