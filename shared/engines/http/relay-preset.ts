/** Read by the relay, which keeps it in its book of runs and passes it on to nobody. */
export const presetHeader = 'Restyle-Preset';

const longest = 80;

/**
 * The header that tells a relay by what preset a run is made; none for a server that is no relay, which is known by
 * its token (`restyle_...`). Percent-encoded, for headers hold no letters beyond Latin.
 */
export function presetHeaders(apiKey: string, preset: string | undefined): Readonly<Record<string, string>> {
  if (preset === undefined || !apiKey.startsWith('restyle_')) return {};
  const letters = Array.from(preset.replace(/[\uD800-\uDFFF]/gu, ''));
  return { [presetHeader]: encodeURIComponent(letters.slice(0, longest).join('')) };
}

/** The preset that a request names by that header; `null` when it names none, or none that can be read. */
export function presetIn(headers: Headers): string | null {
  try {
    const letters = Array.from(decodeURIComponent(headers.get(presetHeader) ?? '').trim());
    return letters.length === 0 ? null : letters.slice(0, longest).join('');
  } catch {
    return null;
  }
}
