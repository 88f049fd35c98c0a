const parameter = 'preset';
const longest = 80;

/**
 * The address of a call for a run, which also tells a relay by what preset it is made: for its book of runs, and
 * passed on to nobody. In the address and not in a header, because a browser would ask first whether it may send that
 * one, and relays that do not know it would say no; they overlook what stands in a query.
 */
export function withPreset(path: string, preset: string | undefined): string {
  const name = shortened(preset?.replace(/[\uD800-\uDFFF]/gu, '') ?? '');
  return name === '' ? path : `${path}?${new URLSearchParams({ [parameter]: name })}`;
}

/** The preset that a request names in its address; `null` when it names none. */
export function presetIn(address: string): string | null {
  return shortened(new URL(address).searchParams.get(parameter)?.trim() ?? '') || null;
}

function shortened(name: string): string {
  return Array.from(name).slice(0, longest).join('');
}
