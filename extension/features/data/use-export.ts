import { useState } from 'preact/hooks';
import { leastPassphrase } from '#shared/connection/passphrase.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { dataWords as words } from '#shared/i18n/en/data.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Services } from '../../platform/services.ts';
import { saveStream } from '../../platform/views/save-stream.ts';
import { type ExportChoices, zipOfEverything } from './zip-of-everything.ts';

/** Saving everything as one zip, with how far it is and what came of it. */
export function useExport(services: Services, choices: ExportChoices) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();

  async function saveNow(): Promise<void> {
    const name = words.zipName(new Date().toISOString().slice(0, 10));
    const onProgress = (done: number, total: number) => setSaid(words.exporting(done + 1, total));
    setBusy(true);
    setSaid(null);
    try {
      // Nothing may come before it: after any wait the browser no longer sees a click.
      const isSaved = await saveStream(name, () => zipOfEverything(services, choices, onProgress));
      setSaid(isSaved ? words.exported(name) : null);
    } catch (error) {
      setSaid(errorWords(toErrorData(error)).title);
    }
    setBusy(false);
  }

  const save = () => {
    const isTooShort = choices.password !== null && choices.password.trim().length < leastPassphrase;
    setProblem(isTooShort ? words.passwordTooShort : undefined);
    if (!isTooShort) void saveNow();
  };
  return { isBusy, said, problem, save };
}
