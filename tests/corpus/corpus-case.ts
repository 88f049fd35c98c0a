import type { SizePx } from '#shared/images/fit.ts';

export type PhotoName = 'rocket' | 'coffee' | 'chelsea' | 'astronaut';

/** One page with one hard picture on it. */
export type CorpusCase = {
  name: string;
  /** What is inside the page's body, and its head where that matters. */
  html(hosts: Hosts): string;
  /** Where the page is no page of ours: an address on the site. */
  path?: string;
  headers?: Readonly<Record<string, string>>;
  /** CSS of what a person would click, in the page or in the middle of a frame of it. */
  target: string;
  /** Which photograph has to come out. */
  shows: PhotoName;
  /** The most pixels any request could get; `null` where nothing may come out but a sentence. */
  best: SizePx | null;
  /** The page needs a moment that its load event does not wait for. */
  isReady?: string;
};

/** How each host treats its pictures. */
export type Host =
  /** The page's own. */
  | 'site'
  /** Another origin that shares nothing. */
  | 'cdn'
  /** Another origin that shares with everybody. */
  | 'open'
  /** Shares nothing, and refuses whoever does not come from the site. */
  | 'hot'
  /** Shares nothing, and refuses who has not the site's cookie. */
  | 'members'
  /** Answers each address once. */
  | 'once';

export type Hosts = Readonly<Record<Host, string>>;

/** Address of a photograph in a size and format: `${hosts.cdn}${photo('rocket', 1200, 800)}`. */
export function photo(name: PhotoName, widthPx: number, heightPx: number, format = 'jpg'): string {
  return `/photo/${name}-${widthPx}x${heightPx}.${format}`;
}

export const large: SizePx = { widthPx: 1200, heightPx: 800 };
export const small: SizePx = { widthPx: 300, heightPx: 200 };
