import type { UserManifest } from 'wxt';
import { menuWords } from '../shared/i18n/en/menus.ts';

/** Rights a person is asked for later, from a button of ours, when a feature needs them. */
const optional: Partial<UserManifest> = {
  optional_permissions: ['notifications'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
};

/** Names the very element that was right-clicked. */
const firefoxPermissions = ['menus'];
/** A hidden document, which can tell how much of a picture has been sent: platform/sending/ */
const chromePermissions = ['offscreen'];

const firefox: Partial<UserManifest> = {
  browser_specific_settings: {
    gecko: {
      id: 'restyle@restyle.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
};

/**
 * Nothing but our own files runs or is shown; where requests may go is for host permissions to say,
 * which are asked for one by one. Said in full because Firefox's default would turn loopback's http into https.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  // What lies over the photographs of our own first page
  "frame-src 'self'",
  "connect-src 'self' https: http: wss: ws: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The manifest beside what the entrypoints declare. Nothing here makes a warning at install. */
export function manifestFor(browser: string): UserManifest {
  return {
    name: 'Restyle',
    description: "Your team's image-to-image workflow on any picture: right-click, choose a preset, done.",
    permissions: [
      // For one header of our own requests to a ComfyUI of the person's: platform/origin-rule.ts
      'declarativeNetRequestWithHostAccess',
      'activeTab',
      'scripting',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'alarms',
      ...(browser === 'firefox' ? firefoxPermissions : chromePermissions),
    ],
    // Chromium has taken Alt+Shift+R and Alt+Shift+P for itself, and would leave the entry without a key;
    // Firefox opens its History menu by S, and would never tell us.
    commands: {
      'pick-picture': { suggested_key: { default: 'Alt+Shift+Y' }, description: menuWords.shortcut },
    },
    // What is restyled is kept on disk, which a private window must not do.
    incognito: 'not_allowed',
    // URL.parse
    ...(browser === 'firefox' ? {} : { minimum_chrome_version: '126' }),
    ...optional,
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox' ? firefox : {}),
    web_accessible_resources: [
      { resources: ['overlay.html'], matches: ['<all_urls>'], use_dynamic_url: true },
    ],
  };
}
