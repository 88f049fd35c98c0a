import '#shared/ui/tokens.css';
import '#shared/ui/base.css';
import { type ComponentChild, render } from 'preact';

/** Puts a screen into the page's one element. */
export function mount(screen: ComponentChild): void {
  const root = document.getElementById('root');
  if (root) render(screen, root);
}
