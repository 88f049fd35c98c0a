import { useEffect, useState } from 'preact/hooks';
import { dataWords as words } from '#shared/i18n/en/data.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import { DataExport } from './data-export.tsx';
import { DataImport } from './data-import.tsx';
import styles from './data-section.module.css';
import { EraseOffer } from './erase-offer.tsx';
import { type KeptAmounts, keptAmounts } from './kept-amounts.ts';
import { saveDiagnostics } from './save-diagnostics.ts';

/** What is kept and how much, all of it as files, all of it gone; and the file that helps to find a fault. */
export function DataSection({ services }: { services: Services }) {
  const [amounts, setAmounts] = useState<KeptAmounts | null>(null);
  useEffect(() => void keptAmounts(services).then(setAmounts), [services]);
  return (
    <section aria-labelledby="data">
      <h2 id="data">{words.title}</h2>
      <p class={text.quiet}>{words.lead}</p>
      <ul class={styles.amounts}>{amounts && linesOf(amounts).map((line) => <li key={line}>{line}</li>)}</ul>
      <DataExport services={services} />
      <DataImport services={services} />
      <div class={styles.way}>
        <Button onClick={() => void saveDiagnostics(services)}>{words.diagnostics}</Button>
        <p class={text.quiet}>{words.diagnosticsHint}</p>
        <OptionCost of="diagnostics" />
      </div>
      <EraseOffer services={services} />
    </section>
  );
}

function linesOf({ pictures, settingsBytes, wholeBytes }: KeptAmounts): string[] {
  return [
    words.kept.pictures(formatBytes(pictures.sizeBytes), pictures.pictureCount),
    words.kept.settings(formatBytes(settingsBytes)),
    ...(wholeBytes === null ? [] : [words.kept.whole(formatBytes(wholeBytes))]),
  ];
}
