/** `npm run build [-- --relay https://relay.example.com] [--no-zip] [--only chrome,firefox,figma,relay,web]` */
import { parseArgs } from 'node:util';
import { buildExtension, zipExtensions } from './build/extension.ts';
import { buildFigmaPlugin } from './build/figma-plugin.ts';
import { buildRelay } from './build/relay.ts';
import { buildWebApp } from './build/web.ts';

const { values } = parseArgs({
  options: { relay: { type: 'string' }, only: { type: 'string' }, 'no-zip': { type: 'boolean' } },
});

const parts = {
  chrome: () => buildExtension('chrome'),
  firefox: () => buildExtension('firefox'),
  figma: () => buildFigmaPlugin(values.relay),
  relay: buildRelay,
  web: buildWebApp,
};

const wanted = values.only?.split(',') ?? Object.keys(parts);
for (const [name, build] of Object.entries(parts)) {
  if (wanted.includes(name)) console.error(`built ${await build()}`);
}
if (!values.only && !values['no-zip'])
  for (const zip of await zipExtensions()) console.error(`zipped ${zip}`);
