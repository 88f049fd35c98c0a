/** A picture of a sheet: what is to be seen, the scene that brings it about, and how wide its window is. */
export type SurfaceShot = readonly [state: string, scene: string, widthPx: number];

/** One page of the gallery: a surface in its states, each in light and dark. */
export type Surface = {
  title: string;
  lead: string;
  fileName: string;
  /** Each of a pair, on the sheet. */
  shotWidthPx: number;
  /** What lies below is cut off. */
  mostHeightPx: number;
  pairsInRow: number;
  shots: readonly SurfaceShot[];
};

const narrow = { shotWidthPx: 250, mostHeightPx: 560, pairsInRow: 3 } as const;
const wide = { shotWidthPx: 380, mostHeightPx: 420, pairsInRow: 2 } as const;

export const surfaces: readonly Surface[] = [
  {
    ...wide,
    title: 'First run',
    lead: 'The page that opens after install: three ways in, then photographs to try on.',
    fileName: 'first-run.webp',
    shots: [
      ['Welcome', 'welcome', 1280],
      ['A team’s invitation', 'welcome-team', 640],
      ['A ComfyUI of one’s own', 'welcome-own', 640],
      ['Connected', 'welcome-ready', 640],
      ['Photographs to try on', 'welcome-practice', 1280],
      ['The first result', 'welcome-first-result', 1280],
    ],
  },
  {
    ...narrow,
    title: 'Popup',
    lead: 'The quick prompt behind the toolbar’s button.',
    fileName: 'popup-states.webp',
    shots: [
      ['Nothing connected', 'popup-not-connected', 380],
      ['Empty', 'popup-empty', 380],
      ['A picture', 'popup-picture', 380],
      ['Not a picture', 'popup-bad-file', 380],
      ['Done', 'popup-result', 380],
      ['Compared', 'popup-compare', 380],
      ['More', 'popup-menu', 380],
      ['Running', 'popup-running', 380],
      ['Offline', 'popup-offline', 380],
    ],
  },
  {
    ...narrow,
    title: 'Side panel and panel in a tab',
    lead: 'The same panel with more room, beside the page or alone; right to left and with long words.',
    fileName: 'panel.webp',
    shots: [
      ['Nothing connected', 'panel-side-not-connected', 320],
      ['Beside a page', 'panel-side', 480],
      ['A fixed seed', 'panel-more', 400],
      ['Right to left', 'panel-rtl', 400],
      ['Long words', 'long-panel', 320],
      ['Many, one failed', 'popup-failed', 380],
    ],
  },
  {
    ...narrow,
    title: 'Presets and prompt',
    lead: 'Presets by picture; help with the words.',
    fileName: 'presets.webp',
    shots: [
      ['All presets', 'presets-all', 320],
      ['Searched', 'presets-found', 320],
      ['Placeholders', 'presets-placeholders', 320],
      ['Help with the words', 'prompt-help', 320],
      ['A better wording', 'prompt-rewriting', 320],
      ['Saved as a preset', 'presets-saved', 320],
    ],
  },
  {
    ...wide,
    title: 'On a page',
    lead: 'Nothing is put into a page before a person acts on it.',
    fileName: 'on-a-page.webp',
    shots: [
      ['Running', 'overlay-progress', 1280],
      ['The result in its place', 'overlay-result', 1280],
      ['Compared', 'overlay-comparing', 1280],
      ['More tools', 'overlay-tools', 1280],
      ['Failed', 'overlay-failed', 1280],
      ['The server is blocked', 'engines-overlay-blocked', 1280],
    ],
  },
  {
    ...wide,
    title: 'Picker',
    lead: 'For pictures that the browser’s menu does not know, and for many at once.',
    fileName: 'picker.webp',
    shots: [
      ['Pointing', 'picker', 1280],
      ['What it becomes', 'picker-choice', 1280],
      ['All pictures of the page', 'picker-sheet', 1280],
      ['In a narrow window', 'picker', 400],
    ],
  },
  {
    ...wide,
    mostHeightPx: 500,
    title: 'Studio: batch',
    lead: 'Many pictures in many looks.',
    fileName: 'batch.webp',
    shots: [
      ['Empty', 'batch-empty', 1280],
      ['Gathered', 'batch-gathered', 1280],
      ['Running, one failed', 'batch-running', 1280],
      ['Done', 'batch-done', 1280],
      ['Contact sheet of presets', 'batch-sheet', 1280],
      ['A hundred and twenty', 'batch-many', 1280],
      ['On a phone', 'batch-running', 390],
    ],
  },
  {
    ...wide,
    title: 'Studio: history',
    lead: 'Everything that was made, on this computer only.',
    fileName: 'history.webp',
    shots: [
      ['Empty', 'history-empty', 1280],
      ['Gallery', 'history', 1280],
      ['Searched', 'history-search', 1280],
      ['Selected', 'history-selected', 1280],
      ['Details', 'history-details', 1280],
      ['Two compared by slider', 'history-compare', 1280],
      ['Side by side, nearer', 'history-compare-side', 1280],
      ['Deleted, to be undone', 'history-deleted', 390],
    ],
  },
  {
    ...wide,
    mostHeightPx: 500,
    title: 'Settings',
    lead: 'Every option says what it takes: a permission, money, privacy.',
    fileName: 'settings-states.webp',
    shots: [
      ['Nothing connected', 'settings-empty', 900],
      ['Refused', 'settings-failing-check', 900],
      ['Connected', 'settings-connected', 900],
      ['Credit, inputs, webhook', 'settings-connection-more', 900],
      ['Searched', 'settings-search', 900],
      ['Presets', 'settings-presets-only', 900],
      ['A team’s setup to pass on', 'settings-team-only', 900],
      ['Figma in this browser', 'settings-figma-only', 900],
    ],
  },
  {
    ...narrow,
    title: 'Figma plugin',
    lead: 'In Figma’s own look.',
    fileName: 'figma-states.webp',
    shots: [
      ['Nothing connected', 'figma-not-connected', 340],
      ['Nothing selected', 'figma-nothing-selected', 340],
      ['Selected', 'figma-selected', 340],
      ['Running', 'figma-batch', 340],
      ['Placed', 'figma-placed', 340],
      ['Failed', 'figma-failed', 340],
      ['Variants', 'figma-variants', 340],
      ['Keep exactly', 'figma-keep-exactly', 340],
      ['Campaign table', 'figma-campaign', 340],
    ],
  },
  {
    ...narrow,
    title: 'Web app of the relay',
    lead: 'The studio on a phone, with nothing to install.',
    fileName: 'web-app.webp',
    shots: [
      ['Invited', 'web-app-join', 390],
      ['Empty', 'web-app-empty', 390],
      ['A picture', 'web-app-ready', 390],
      ['Running', 'web-app-running', 390],
      ['Done', 'web-app-results', 390],
      ['Compared', 'web-app-result', 390],
      ['More', 'web-app-menu', 390],
      ['Signed out', 'web-app-failed', 390],
      ['Open elsewhere', 'web-app-elsewhere', 390],
    ],
  },
  {
    ...wide,
    title: 'Admin pages of the relay',
    lead: 'Members, invitations and what everybody spends. They work without a script.',
    fileName: 'admin.webp',
    shots: [
      ['Sign in', 'admin-sign-in', 900],
      ['Members', 'admin-members', 900],
      ['An invitation', 'admin-invitation', 900],
      ['A member', 'admin-member', 900],
      ['Runs', 'admin-runs', 900],
      ['On a phone', 'admin-members', 390],
    ],
  },
];
