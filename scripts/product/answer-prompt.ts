import { acceptPermissionPrompt } from '../browser/permission-prompt.ts';
import type { Product } from './open-product.ts';

declare const chrome: { permissions: { contains(wanted: { origins: string[] }): Promise<boolean> } };

/** Does what makes the browser ask for hosts, and answers it; where they are allowed already it does not ask. */
export async function allowingHosts(
  { session, rights }: Product,
  origins: readonly string[],
  act: () => Promise<void>,
): Promise<void> {
  const wanted = { origins: [...origins] };
  const isKnown = await session.worker.evaluate((asked) => chrome.permissions.contains(asked), wanted);
  await act();
  if (session.display && rights === 'click' && !isKnown) await acceptPermissionPrompt(session, wanted);
}
