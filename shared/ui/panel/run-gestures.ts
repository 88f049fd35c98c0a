import { useRef } from 'preact/hooks';

/**
 * The ways in which a form is sent: its button, Enter in a field of one line, Ctrl or Cmd with Enter in any. `run` is
 * told whether Shift was held. Handlers to be spread over the form.
 */
export function useRunGestures(run: (isAgain: boolean) => void) {
  const again = useRef(false);
  return {
    onSubmit(event: Event): void {
      event.preventDefault();
      run(again.current);
      again.current = false;
    },
    onClickCapture(event: MouseEvent): void {
      again.current = event.shiftKey;
    },
    onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (!event.repeat) run(event.shiftKey);
    },
  };
}
