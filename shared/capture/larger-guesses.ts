type Pattern = { host?: RegExp; from: RegExp; to: string };

/** Habits of picture servers, each as its own documentation or source has it: the small file names the large one. */
const patterns: readonly Pattern[] = [
  // MediaWiki: /thumb/a/ab/Name.jpg/320px-Name.jpg
  { from: /\/thumb(\/\w\/\w\w\/[^/]+)\/[^/]+$/, to: '$1' },
  // WordPress: name-300x200.jpg
  { from: /-\d{2,4}x\d{2,4}(?=\.(?:jpe?g|png|webp|gif|avif)(?:$|\?))/i, to: '' },
  // Shopify: name_300x.jpg, name_300x200_crop_center.jpg
  { from: /_\d{2,4}x\d{0,4}(?:_crop_\w+)?(?:@\dx)?(?=\.(?:jpe?g|png|webp|gif)(?:$|\?))/i, to: '' },
  { host: /(?:^|\.)twimg\.com$/, from: /([?&]name=)\w+/, to: '$1orig' },
  { host: /(?:^|\.)pinimg\.com$/, from: /\/\d{2,4}x(?:\d{2,4})?\//, to: '/originals/' },
  { host: /(?:^|\.)(?:googleusercontent|ggpht)\.com$/, from: /=[wsh]\d+[^/]*$/, to: '=s0' },
  { host: /(?:^|\.)unsplash\.com$/, from: /\?.*$/, to: '?w=2400' },
];

/** Parameters by which servers are asked for a smaller picture; without them they send the whole one. */
const sizeParameters = ['w', 'h', 'width', 'height', 'resize', 'fit', 'size', 'maxwidth', 'maxheight', 'dpr'];

/**
 * Addresses under which the same picture may be larger, by the look of its own. Guesses: whoever reads one
 * has to compare it with the picture before believing it.
 */
export function largerGuesses(address: string): string[] {
  const url = URL.parse(address);
  if (!url?.protocol.startsWith('http')) return [];
  const byPattern = patterns
    .filter(({ host }) => host?.test(url.hostname) ?? true)
    .map(({ from, to }) => url.href.replace(from, to));
  const guesses = [...byPattern, withoutSize(url)];
  return [...new Set(guesses)].filter((guess) => guess !== url.href);
}

/**
 * A signed address would no longer be valid. Cut by hand: content scripts of Firefox cannot go through
 * `URLSearchParams`.
 */
function withoutSize({ href, search }: URL): string {
  const parameters = search.slice(1).split('&');
  const nameOf = (parameter: string) => parameter.replace(/=.*$/s, '').toLowerCase();
  if (parameters.some((each) => /sig|token|hmac|expires|hash|^s$/.test(nameOf(each)))) return href;
  const kept = parameters.filter((each) => !sizeParameters.includes(nameOf(each)));
  if (kept.length === parameters.length) return href;
  return href.replace(search, () => (kept.length > 0 ? `?${kept.join('&')}` : ''));
}
