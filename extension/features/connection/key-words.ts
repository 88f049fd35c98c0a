import { keyValidity, readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';

const words = settingsWords.deployments;

/** Whose key it is and how long it serves, as it says itself; `null` when it says nothing. */
export function keyWords(apiKey: string, nowMs: number): string | null {
  const facts = readApiKey(apiKey);
  if (!facts) return null;
  const owner = facts.orgId ? words.keyOfOrg(facts.orgId) : words.keyOfUser(facts.userId);
  return `${owner} ${words.validity[keyValidity(facts, nowMs)]}`;
}
