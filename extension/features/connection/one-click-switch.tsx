import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { allSites, hasAllSites, onAllSitesChanged } from '../../platform/all-sites.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import styles from './one-click-switch.module.css';

const words = settingsWords.oneClick;

/** The right for every site is all there is to it: switching on asks the browser, switching off gives it back. */
export function OneClickSwitch() {
  const [isOn, setOn] = useState(false);
  const [lost, setLost] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () => void hasAllSites().then(setOn);
    look();
    return onAllSitesChanged(look);
  }, []);
  // Nothing may come before the requests: after any wait the browser no longer sees a click.
  const change = (next: boolean) => {
    if (next) void browser.permissions.request(allSites).then(setOn);
    else void browser.permissions.remove(allSites).then(lostHosts).then(setLost);
  };
  const allowAgain = () =>
    void browser.permissions.request({ origins: [...lost] }).then((isAllowed) => isAllowed && setLost([]));
  return (
    <div class={styles.choice}>
      <Switch label={words.label} checked={isOn} onValue={change} />
      <p class={styles.cost}>{words.means}</p>
      <OptionCost of="oneClick" />
      {!isOn && lost.length > 0 && (
        <Notice>
          <p>{words.lost}</p>
          <Button kind="primary" onClick={allowAgain}>
            {words.allowAgain}
          </Button>
        </Notice>
      )}
    </div>
  );
}

/** Chromium takes with the right for every site also those that were given for single hosts before. */
async function lostHosts(): Promise<readonly string[]> {
  const needed = new Set((await loadConnections()).flatMap(({ hosts }) => hosts));
  const looked = [...needed].map(async (host) =>
    (await browser.permissions.contains({ origins: [host] })) ? [] : [host],
  );
  return (await Promise.all(looked)).flat();
}
