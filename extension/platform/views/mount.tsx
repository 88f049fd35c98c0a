import '#shared/ui/tokens.css';
import '#shared/ui/base.css';
import { type ComponentChild, render } from 'preact';

/** Puts a screen into the page's one element, in place of what stood there to be painted first. */
export function mount(screen: ComponentChild): void {
  const root = document.getElementById('root');
  if (!root) return;
  root.replaceChildren();
  render(screen, root);
}
