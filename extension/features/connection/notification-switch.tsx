import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';

const wanted: { permissions: ['notifications'] } = { permissions: ['notifications'] };

/** Notifications are an optional right: switching on asks the browser, switching off gives it back. */
export function NotificationSwitch() {
  const [isOn, setOn] = useState(false);
  useEffect(() => void browser.permissions.contains(wanted).then(setOn), []);
  const change = (next: boolean) => {
    if (next) void browser.permissions.request(wanted).then(setOn);
    else void browser.permissions.remove(wanted).then((isGone) => setOn(!isGone));
  };
  return (
    <div>
      <Switch label={settingsWords.notifySwitch} checked={isOn} onValue={change} />
      <OptionCost of="notify" />
    </div>
  );
}
