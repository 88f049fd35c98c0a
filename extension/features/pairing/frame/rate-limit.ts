const windowMs = 60_000;
const mostInWindow = 30;

/** Says yes thirty times a minute: a panel opens a channel now and then, and a loop is no panel. */
export function createRateLimit(nowMs: () => number): () => boolean {
  const recent: number[] = [];
  return () => {
    const now = nowMs();
    while (recent.length > 0 && now - (recent[0] ?? 0) > windowMs) recent.shift();
    if (recent.length >= mostInWindow) return false;
    recent.push(now);
    return true;
  };
}
