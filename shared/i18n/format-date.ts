const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as the person's own calendar writes it: `26 Nov 2026, 14:03`. */
export function formatMoment(timeMs: number): string {
  return dayAndTime.format(timeMs);
}
