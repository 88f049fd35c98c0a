import { keyValidity, readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';

const words = settingsWords.deployments;

/** How long the key of a browser login still serves; `null` for one that lasts. */
export function keyExpiryWords(expiresAtMs: number | undefined, nowMs: number): string | null {
  if (expiresAtMs === undefined) return null;
  return settingsWords.keyOfLogin[keyValidity({ expiresAtMs }, nowMs)];
}

/** Whose key it is and how long it serves, as it says itself; `null` when it says nothing. */
export function keyWords(apiKey: string, nowMs: number): string | null {
  const facts = readApiKey(apiKey);
  if (!facts) return null;
  const owner = facts.orgId ? words.keyOfOrg(facts.orgId) : words.keyOfUser(facts.userId);
  return `${owner} ${words.validity[keyValidity(facts, nowMs)]}`;
}
