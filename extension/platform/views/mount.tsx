import '#shared/ui/tokens.css';
import '#shared/ui/base.css';
import { type ComponentChild, render } from 'preact';
import { followTheme } from './theme.ts';

/** Puts a screen into the page's one element, in place of what stood there to be painted first. */
export function mount(screen: ComponentChild): void {
  const root = document.getElementById('root');
  if (!root) return;
  followTheme();
  root.replaceChildren();
  render(screen, root);
}
