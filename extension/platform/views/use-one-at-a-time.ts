import { useRef, useState } from 'preact/hooks';

/** For a press that makes something: a second one while it is under way is the same press. */
export function useOneAtATime() {
  const isUnderWay = useRef(false);
  const [isBusy, setBusy] = useState(false);

  async function once(act: () => Promise<void>): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  }

  return { isBusy, once };
}
