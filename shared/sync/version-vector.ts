/** How many edits of each device are known, by device id. Devices left out have made none. */
export type VersionVector = Readonly<Record<string, number>>;

/** All edits that either knows. */
export function joinVectors(a: VersionVector, b: VersionVector): VersionVector {
  const joined: Record<string, number> = { ...a };
  for (const [device, edits] of Object.entries(b)) joined[device] = Math.max(joined[device] ?? 0, edits);
  return joined;
}

export function hasSeen(
  vector: VersionVector,
  { deviceId, edit }: { deviceId: string; edit: number },
): boolean {
  return edit <= (vector[deviceId] ?? 0);
}
