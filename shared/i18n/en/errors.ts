import type { ErrorCode } from '#shared/errors/codes.ts';
import { handoffErrorTexts } from '#shared/i18n/en/handoff-errors.ts';
import { networkErrorTexts } from '#shared/i18n/en/network-errors.ts';
import { pictureErrorTexts } from '#shared/i18n/en/picture-errors.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

/**
 * `{host}` and `{detail}` are filled in from the error, `{engine}` and `{charge}` from the engine of the
 * job: no text names one, since every engine meets these.
 */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  ...networkErrorTexts,
  ...handoffErrorTexts,
  'not-configured': {
    title: 'Restyle is not connected yet',
    advice: 'Your picture is kept. Connect your team’s workflow once, then run it again.',
    action: 'open-settings',
    button: 'Connect',
  },
  unauthorized: {
    title: '{engine} does not accept the key',
    advice:
      'Nothing was run or charged. The key may be mistyped, expired or revoked: paste a new one in the settings.',
    action: 'open-settings',
    button: 'Open settings',
  },
  forbidden: {
    title: 'This key may not do that',
    advice: 'Nothing was run or charged. Ask the person who set up {engine} for access. It said: {detail}',
    action: 'open-settings',
    button: 'Open settings',
  },
  'no-credit': {
    title: 'The credit at {engine} is used up',
    advice: 'Nothing was run or charged. Whoever owns the account at {engine} can top it up; then try again.',
    action: 'retry',
    button: 'Try again',
  },
  suspended: {
    title: 'The team’s account at {engine} is suspended',
    advice:
      'Nothing was run or charged. The account owner can ask its support why; until then another engine can be used.',
    action: 'copy-details',
    button: 'Copy details',
  },
  'deployment-not-found': {
    title: 'The workflow was not found',
    advice:
      'Nothing was run or charged. What the connection names at {engine} is wrong, or belongs to another account than the key. Check both in the settings.',
    action: 'open-settings',
    button: 'Open settings',
  },
  'run-not-found': {
    title: '{engine} no longer knows this run',
    advice: 'The picture cannot be fetched any more. Running it again makes a new one, paid like any other.',
    action: 'retry',
    button: 'Run again',
  },
  'invalid-input': {
    title: 'The workflow does not take one of the values',
    advice: 'Nothing was run or charged. It said: {detail}',
    action: 'retry',
    button: 'Try again',
  },
  'connection-changed': {
    title: 'The connection was changed meanwhile',
    advice:
      'This picture belongs to the workflow that was connected before. Connect that one again to go on, or run the picture anew.',
    action: 'open-settings',
    button: 'Open settings',
  },
  'workflow-unmet': {
    title: 'The server lacks something the workflow needs',
    advice: 'Nothing was sent or run. {detail} Whoever runs the server can add it.',
    action: 'copy-details',
    button: 'Copy details',
  },
  'rate-limited': {
    title: '{engine} asks us to slow down',
    advice: 'Nothing is lost. Wait a minute, then try again.',
    action: 'retry',
    button: 'Try again',
  },
  'run-failed': {
    title: 'The workflow failed on this picture',
    advice: '{charge} {detail}',
    action: 'retry',
    button: 'Run again',
  },
  'run-timeout': {
    title: 'The workflow ran out of time',
    advice: 'It was stopped at its limit. {charge} A smaller picture or a longer limit helps.',
    action: 'retry',
    button: 'Run again',
  },
  cancelled: {
    title: 'Cancelled',
    advice: 'The picture was not made. {charge}',
    action: 'retry',
    button: 'Run again',
  },
  'no-output': {
    title: 'The workflow finished without a picture',
    advice:
      'Its output could not be stored, or it has no picture output. The person who made the workflow can check its last node.',
    action: 'retry',
    button: 'Run again',
  },
  uncertain: {
    title: 'We cannot tell whether this run was started',
    advice:
      'The answer was lost and the server’s list of runs cannot be read. Look again: a run that exists is picked up, and only if there surely is none is it sent once more.',
    action: 'look-again',
    button: 'Look again',
  },
  'host-not-allowed': {
    title: 'Restyle may not read from {host} yet',
    advice: 'The browser asks you once. Nothing is lost: the picture is fetched as soon as you allow it.',
    action: 'allow-host',
    button: 'Allow {host}',
  },
  ...pictureErrorTexts,
  'result-unreadable': {
    title: 'The answer is not a picture',
    advice: 'The run finished, but what came back cannot be shown. Fetch it again; no new run is started.',
    action: 'retry',
    button: 'Fetch again',
  },
  'page-closed-to-extensions': {
    title: 'The browser keeps extensions off this page',
    advice: 'Save or copy the picture, then drop or paste it in Restyle’s window.',
    action: 'choose-picture',
    button: 'Open Restyle',
  },
  'page-left': {
    title: 'The page was left before its picture was read',
    advice: 'Nothing was sent, run or charged. Go back to the page and choose the picture again.',
    action: 'choose-picture',
    button: 'Choose a picture',
  },
  'storage-full': {
    title: 'There is no room left in this browser',
    advice: 'The picture could not be kept. Free some disk space, then continue.',
    action: 'retry',
    button: 'Continue',
  },
  'relay-off': {
    title: 'The relay does not answer',
    advice:
      'Figma reaches {engine} through your team’s relay at {host}. Ask your admin whether it runs, or choose another route.',
    action: 'open-settings',
    button: 'Choose another route',
  },
  'not-paired': {
    title: 'The browser does not know this pairing',
    advice:
      'Nothing was run or charged. The code was wrong, used or too old, or the pairing was ended in the browser. Make a new code in Restyle’s settings there.',
    action: 'open-settings',
    button: 'Pair again',
  },
  'grant-used-up': {
    title: 'What you allowed this pairing is used up',
    advice:
      'Nothing was run or charged. Allow more pictures in Restyle’s settings in your browser, then try again.',
    action: 'retry',
    button: 'Try again',
  },
  'nothing-selected': {
    title: 'Nothing is selected',
    advice: 'Select one or more frames or layers on the canvas.',
    action: 'dismiss',
    button: 'OK',
  },
  'layer-not-exportable': {
    title: 'This layer cannot be sent',
    advice: '{detail}',
    action: 'dismiss',
    button: 'OK',
  },
  'layer-gone': {
    title: 'The layer was deleted meanwhile',
    advice: 'The result is kept in this panel; select a layer to place it.',
    action: 'dismiss',
    button: 'OK',
  },
  'file-unreadable': {
    title: 'This file cannot be taken in',
    advice: '{detail} Nothing of it was used.',
    action: 'dismiss',
    button: 'Close',
  },
  'link-gone': {
    title: '{engine} no longer has this picture',
    advice:
      'There is no link to it any more. The picture in this browser is not touched: share its file instead.',
    action: 'dismiss',
    button: 'OK',
  },
  unknown: {
    title: 'Something unexpected happened',
    advice: 'Nothing is lost: the job is kept. If it happens again, copy the details for your admin.',
    action: 'copy-details',
    button: 'Copy details',
  },
};
