import type { ErrorAction } from '#shared/i18n/error-text.ts';
import type { ConnectionCheck } from '#shared/ui/settings/connection-form.ts';
import { openAddress } from '../../platform/views/open-page.ts';

/** What the buttons beside a failed test do: look at the address oneself, or try again. */
export function actOnCheck(check: ConnectionCheck | null, tryAgain: () => void) {
  return (action: ErrorAction): void => {
    if (action === 'open-address' && check?.state === 'failed') openAddress(check.error);
    else tryAgain();
  };
}
