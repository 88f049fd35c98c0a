import { useEffect, useState } from 'preact/hooks';
import { peekKey } from '../peek-key.ts';

/** Whether the key is held that shows the original, for as long as the frame has the keyboard. */
export function usePeekKey(): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const onDown = ({ key }: KeyboardEvent) => key.toLowerCase() === peekKey && setHeld(true);
    const onUp = () => setHeld(false);
    addEventListener('keydown', onDown);
    addEventListener('keyup', onUp);
    addEventListener('blur', onUp);
    return () => {
      removeEventListener('keydown', onDown);
      removeEventListener('keyup', onUp);
      removeEventListener('blur', onUp);
    };
  }, []);
  return isHeld;
}
