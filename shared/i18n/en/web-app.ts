import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

/** Words of the studio as the relay serves it: what the extension has no need to say. */
export const webAppWords = {
  title: 'Restyle',
  account: (name: string) => `${name}: your account`,
  admin: 'Members and runs',
  signOut: 'Sign out',
  signOutAndErase: 'Delete the pictures here and sign out',
  eraseConfirm: 'Delete every picture that Restyle keeps in this browser, and sign out?',

  loading: 'One moment…',
  needsHttps:
    'This address is not encrypted, and the browser keeps from it what Restyle needs. Open the relay’s https address.',

  picture: {
    title: 'Add a picture',
    choose: 'Choose a picture',
    advice: 'Take a photo, choose one, or paste it.',
    adviceOnDesk: 'Drop it here, choose it, or paste it.',
    camera: 'Take a photo to restyle',
    file: 'Choose a picture to restyle',
  },

  workflow: 'Workflow',
  noWorkflow: 'There is no workflow you may use yet',
  noWorkflowAdvice: 'Ask whoever runs this relay to allow you one that takes pictures.',
  lookAgain: 'Look again',

  recent: 'Your pictures',
  kept: 'They are kept in this browser.',
  more: 'Show more',
  forget: 'Delete from this browser',

  result: {
    close: 'Close',
    download: 'Download',
    share: 'Share',
  },

  elsewhere: {
    title: 'Restyle is open in another tab',
    advice: 'Pictures are made in one tab at a time, so that none is paid for twice. Nothing is lost.',
    button: 'Use it here',
  },
} as const;

/** Errors that mean something else on a page of the relay than beside a key of one's own. */
export const webAppErrors: Partial<Record<ErrorCode, Partial<ErrorText>>> = {
  unauthorized: {
    title: 'You are signed out',
    advice: 'Nothing was run or charged, and your pictures in this browser are kept. Sign in again to go on.',
    button: 'Sign in',
  },
  'not-configured': {
    title: 'This relay has no ComfyDeploy key yet',
    advice: 'Nothing was run or charged. An admin of the relay sets it; your picture is kept.',
    action: 'retry',
    button: 'Try again',
  },
  forbidden: {
    title: 'You may not do that here',
    advice: 'Nothing was run or charged. {detail}',
    action: 'open-settings',
    button: 'See what I may use',
  },
  'deployment-not-found': {
    title: 'There is no workflow to run it with',
    advice: 'Nothing was run or charged. Look which workflows there are, and run the picture again.',
    button: 'Look again',
  },
  'page-closed-to-extensions': { advice: 'Save or copy the picture, then choose or paste it here.' },
};
