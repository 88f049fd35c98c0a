import { useState } from 'preact/hooks';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Select } from '#shared/ui/controls/select.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { saveTheme } from '../../platform/views/save-theme.ts';
import { loadTheme, themes } from '../../platform/views/theme.ts';

const words = settingsWords.theme;

export function LookSection() {
  const [theme, setTheme] = useState(loadTheme);
  const choose = (value: string) => {
    const chosen = themes.find((each) => each === value) ?? 'system';
    saveTheme(chosen);
    setTheme(chosen);
  };
  return (
    <section aria-labelledby="look">
      <h2 id="look">{words.title}</h2>
      <Select
        label={words.label}
        hint={words.hint}
        value={theme}
        options={themes.map((each) => ({ value: each, label: words.names[each] }))}
        onValue={choose}
      />
      <OptionCost of="look" />
    </section>
  );
}
