import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, root } from './source-tree.ts';

/** None of these makes a warning at install; whoever adds one that does has to ask for it when it is needed. */
const permissions = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];

/** The panel beside the page and the document that sends; the element that was right-clicked. None warns either. */
const ofOneBrowser = { chrome: ['offscreen', 'sidePanel'], firefox: ['menus'] } as const;

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  const path = `dist/${browser}-mv3/manifest.json`;
  const isBuilt = existsSync(root + path);
  const manifest = isBuilt ? JSON.parse(read(path)) : {};

  test.skipIf(!isBuilt)('asks for exactly what makes no warning', () => {
    expect(manifest.manifest_version).toBe(3);
    expect([...manifest.permissions].sort()).toEqual([...permissions, ...ofOneBrowser[browser]].sort());
  });

  test.skipIf(!isBuilt)('reaches no page before a person acts', () => {
    expect(manifest, 'Hosts are optional: ask for them from a button.').not.toHaveProperty(
      'host_permissions',
    );
    expect(manifest, 'Inject on demand, under activeTab.').not.toHaveProperty('content_scripts');
  });

  test.skipIf(!isBuilt)('stays out of private windows, which must leave nothing on the disk', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  test.skipIf(!isBuilt)('lets no page find out that it is installed', () => {
    for (const { use_dynamic_url } of manifest.web_accessible_resources) expect(use_dynamic_url).toBe(true);
  });

  test.skipIf(!isBuilt)('runs no code but its own', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|script-src[^;]*(https?:|\*)/);
  });

  test.skipIf(!isBuilt)('lets the popup be painted with the styles in its page, and with no others', () => {
    const [, styles = ''] = /<style>([\s\S]*?)<\/style>/.exec(read(`dist/${browser}-mv3/popup.html`)) ?? [];
    const hash = createHash('sha256').update(styles).digest('base64');
    expect(manifest.content_security_policy.extension_pages).toContain(`style-src 'self' 'sha256-${hash}';`);
  });
});

test.skipIf(!existsSync(`${root}dist/chrome-mv3`))(
  'the worker of Chromium takes scripts, which are there',
  () => {
    const [, list = ''] = /^importScripts\((.*?)\);/.exec(read('dist/chrome-mv3/background.js')) ?? [];
    const names: string[] = JSON.parse(`[${list}]`);
    expect(names).not.toEqual([]);
    // A module worker begins twice as slowly, and would be one as soon as one of these held an import.
    for (const name of names)
      expect(read(`dist/chrome-mv3${name}`)).toMatch(/^self\["chunks\/[^"]+"\]=\(\(\)=>/);
  },
);
