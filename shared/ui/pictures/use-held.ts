import { useState } from 'preact/hooks';

/** Something that lasts as long as a button is held down, by pointer, Space or Enter. */
export function useHeld() {
  const [heldBy, setHeldBy] = useState<'keys' | 'pointer' | null>(null);
  const start = () => setHeldBy('pointer');
  const stop = () => setHeldBy(null);
  const isHoldKey = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (!isHoldKey(event)) return;
      event.preventDefault();
      setHeldBy('keys');
    },
    onKeyUp: (event: KeyboardEvent) => isHoldKey(event) && stop(),
    // Pressing the button takes the focus off the slider: that must not end the press.
    onBlur: () => setHeldBy((now) => (now === 'keys' ? null : now)),
  };
  const pointer = {
    onPointerDown: start,
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // A long press on a touch screen would open the browser's menu instead.
    onContextMenu: (event: Event) => event.preventDefault(),
  };
  return { held: heldBy !== null, keys, pointer };
}

export type Held = ReturnType<typeof useHeld>;
