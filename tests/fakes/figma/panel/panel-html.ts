import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Theme = 'light' | 'dark';

/** Where Figma's colours are written down; its own page puts them into every panel. */
const themeFile = join(
  import.meta.dirname,
  '../../../../node_modules/@create-figma-plugin/ui/lib/css/theme.css',
);

/** The panel's document as Figma makes it: theme class, theme colours, then what the plugin shows. */
export async function panelHtml(pluginHtml: string, theme: Theme): Promise<string> {
  const css = await readFile(themeFile, 'utf8');
  const colours = css.replaceAll(':root .figma-', '.figma-');
  return `<!doctype html><html class="figma-${theme}"><head><meta charset="utf-8"><style id="figma-style">${colours}</style></head><body>${pluginHtml}</body></html>`;
}
