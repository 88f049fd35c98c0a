import type { OpenRoute } from '../routes/route.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** Style and script of the pages: in files of their own, because the pages allow none within. */
export const assetRoutes: readonly OpenRoute[] = [
  asset('/pages/relay.css', 'text/css; charset=utf-8', style),
  asset('/pages/relay.js', 'text/javascript; charset=utf-8', script),
];

function asset(pattern: string, type: string, text: string): OpenRoute {
  const headers = { 'Content-Type': type };
  return { method: 'GET', pattern, access: 'open', handle: () => new Response(text, { headers }) };
}
