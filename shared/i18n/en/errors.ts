import type { ErrorCode } from '#shared/errors/codes.ts';
import { pictureErrorTexts } from '#shared/i18n/en/picture-errors.ts';

/** What the one button beside an error does. */
export type ErrorAction =
  | 'retry'
  | 'open-settings'
  | 'allow-host'
  | 'choose-picture'
  | 'look-again'
  | 'copy-details'
  | 'dismiss';

export type ErrorText = {
  /** What happened. */
  title: string;
  /** What it means for the picture and the money, and who can mend it. */
  advice: string;
  action: ErrorAction;
  /** Label of the button. */
  button: string;
};

/** `{host}` and `{detail}` are filled in from the error. */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  'not-configured': {
    title: 'Restyle is not connected yet',
    advice: 'Your picture is kept. Connect your team’s ComfyDeploy once, then run it again.',
    action: 'open-settings',
    button: 'Connect',
  },
  unauthorized: {
    title: 'ComfyDeploy does not accept the key',
    advice:
      'Nothing was run or charged. The key may be mistyped, expired or revoked: paste a new one in the settings.',
    action: 'open-settings',
    button: 'Open settings',
  },
  forbidden: {
    title: 'This key may not do that',
    advice: 'Nothing was run or charged. Ask the person who set up ComfyDeploy for access. It said: {detail}',
    action: 'open-settings',
    button: 'Open settings',
  },
  'no-credit': {
    title: 'The team’s ComfyDeploy credit is used up',
    advice:
      'Nothing was run or charged. The account owner can top up GPU credit at ComfyDeploy; then try again.',
    action: 'retry',
    button: 'Try again',
  },
  'deployment-not-found': {
    title: 'The deployment was not found',
    advice:
      'Nothing was run or charged. The id is wrong, or belongs to another account than the key. Check both in the settings.',
    action: 'open-settings',
    button: 'Open settings',
  },
  'run-not-found': {
    title: 'ComfyDeploy no longer knows this run',
    advice: 'The picture cannot be fetched any more. Running it again makes a new, paid picture.',
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
      'This picture belongs to the deployment that was connected before. Connect that one again to go on, or run the picture anew.',
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
    title: 'ComfyDeploy asks us to slow down',
    advice: 'Nothing is lost. Wait a minute, then try again.',
    action: 'retry',
    button: 'Try again',
  },
  unreachable: {
    title: 'The server cannot be reached',
    advice:
      '{host} did not answer. Check the network, then continue: a picture that is already running is picked up, not paid twice.',
    action: 'retry',
    button: 'Continue',
  },
  'server-failed': {
    title: 'ComfyDeploy has a problem',
    advice:
      'The fault is on the server, not with your picture. Continue in a moment: a run that exists is picked up, not paid twice.',
    action: 'retry',
    button: 'Continue',
  },
  'not-comfydeploy': {
    title: 'That server does not answer like ComfyDeploy',
    advice:
      '{host} sent a web page or something unexpected. The address may be wrong, or a company proxy stands between.',
    action: 'open-settings',
    button: 'Open settings',
  },
  timeout: {
    title: 'The server took too long to answer',
    advice: 'Nothing is lost. Continue: a run that exists is picked up, not paid twice.',
    action: 'retry',
    button: 'Continue',
  },
  'run-failed': {
    title: 'The workflow failed on this picture',
    advice: 'ComfyDeploy may charge the seconds it ran. {detail}',
    action: 'retry',
    button: 'Run again',
  },
  'run-timeout': {
    title: 'The workflow ran out of time',
    advice:
      'ComfyDeploy stopped it at its limit and may charge the seconds it ran. A smaller picture or a longer limit helps.',
    action: 'retry',
    button: 'Run again',
  },
  cancelled: {
    title: 'Cancelled',
    advice: 'The picture was not made. Seconds that had already run may still be charged.',
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
  'storage-full': {
    title: 'There is no room left in this browser',
    advice: 'The picture could not be kept. Free some disk space, then continue.',
    action: 'retry',
    button: 'Continue',
  },
  'relay-off': {
    title: 'The relay does not answer',
    advice:
      'Figma reaches ComfyDeploy through your team’s relay at {host}. Ask your admin whether it runs, or choose another route.',
    action: 'open-settings',
    button: 'Choose another route',
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
  unknown: {
    title: 'Something unexpected happened',
    advice: 'Nothing is lost: the job is kept. If it happens again, copy the details for your admin.',
    action: 'copy-details',
    button: 'Copy details',
  },
};
