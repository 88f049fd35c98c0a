/**
 * The colours of `shared/ui/tokens.css`, for a shadow root on a page: that sheet speaks to a document's root,
 * and is bundled with our own pages only.
 */
export const readableTokens = `:host {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #21231f);
  --well: light-dark(#eae8e3, #2b2d29);
  --text: light-dark(#1d1e1b, #eeeeea);
  --quiet: light-dark(#5b5c56, #adafa7);
  --line: light-dark(#dddbd4, #383a35);
  --control: light-dark(#84847c, #7e8178);
  --accent: light-dark(#0b685a, #52bda8);
  --accent-strong: light-dark(#07493f, #7fd6c4);
  --on-accent: light-dark(#ffffff, #06241e);
  --accent-line: #1fa38d;
  --scrim: rgb(20 21 19 / 82%);
}`;
