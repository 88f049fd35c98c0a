import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { type Html, html } from './html.ts';

/** A text that people carry elsewhere, with a button that copies it. */
export function secretBlock(id: string, label: string, text: string): Html {
  return html`<p id="${id}-label"><strong>${label}</strong></p>
<p class="secret" id="${id}" aria-labelledby="${id}-label">${text}</p>
<p><button class="quiet" data-copy="${id}" data-copied="${words.copied}" hidden>${words.copy}</button></p>`;
}
