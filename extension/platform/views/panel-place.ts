/**
 * Where the panel stands: `popup` closes at the first click elsewhere, also when a file dialog opens; `side`
 * stays beside the page; `tab` has no page beside it.
 */
export type PanelPlace = 'popup' | 'side' | 'tab';

export function panelPlace({ pathname, search }: Location): PanelPlace {
  if (pathname.startsWith('/sidepanel')) return 'side';
  return new URLSearchParams(search).has('tab') ? 'tab' : 'popup';
}
