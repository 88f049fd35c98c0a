import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import styles from './preferences.module.css';

const words = settingsWords.shortcuts;

/** Firefox's own way, which the shared types do not know. */
type ShortcutSettings = { openShortcutSettings?(): Promise<void> };

/** The keys as the browser has them now, and the way to where it lets a person change them. */
export function ShortcutsSection() {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const look = () => void browser.commands.getAll().then(setCommands);
    look();
    // Whoever comes back from changing them sees the new ones.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{words.title}</h2>
      <dl class={styles.keys}>
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || words.panel}</dt>
            <dd>{shortcut || words.none}</dd>
          </div>
        ))}
        <div>
          <dt>{words.run}</dt>
          <dd>{words.runKeys}</dd>
        </div>
      </dl>
      <div>
        <Button onClick={openShortcutSettings}>{words.change}</Button>
      </div>
      <p class={text.quiet}>{words.hint}</p>
      <OptionCost of="shortcuts" />
    </section>
  );
}

function openShortcutSettings(): void {
  const { openShortcutSettings: open } = browser.commands as ShortcutSettings;
  if (open) void open.call(browser.commands);
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
