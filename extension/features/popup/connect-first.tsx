import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';

/** Stands above the panel until there is a workflow to run. */
export function ConnectFirst({ onConnect }: { onConnect: () => void }) {
  return (
    <Notice>
      <p>{popupWords.connectFirst}</p>
      <Button onClick={onConnect}>{popupWords.connect}</Button>
    </Notice>
  );
}
