import { useEffect, useState } from 'preact/hooks';

/** Whether the window is narrower than that, kept current. */
export function useIsNarrow(belowPx: number): boolean {
  const query = matchMedia(`(width < ${belowPx}px)`);
  const [isNarrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [belowPx]);
  return isNarrow;
}
