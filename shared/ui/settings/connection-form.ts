import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Problem } from '#shared/ui/feedback/error-notice.tsx';

const words = panelWords.connect;

/** What the form holds: text as it was typed. */
export type ConnectionDraft = {
  baseUrl: string;
  apiKey: string;
  deploymentId: string;
  /** One origin a line. */
  storageOrigins: string;
};

/** How the test of the connection went. */
export type ConnectionCheck =
  | { state: 'checking' }
  | { state: 'ok'; name: string; gpu: string | null; inputs: readonly string[] }
  | ({ state: 'failed' } & Problem);

/** What is missing before the connection can be tried, as a sentence. */
export function connectBlockedBy({ apiKey, deploymentId }: ConnectionDraft): string | null {
  if (apiKey.trim() === '') return words.needsKey;
  if (deploymentId.trim() === '') return words.needsDeployment;
  return null;
}
