import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/en/errors.ts';

const lookYourself = { action: 'open-address', button: 'Open {host}' } as const;
const goOn = { action: 'retry', button: 'Continue' } as const;

/** What happens on the way to a server, and whose business it is; filled in as `errorTexts` are. */
export const networkErrorTexts = {
  unreachable: {
    title: 'The server cannot be reached',
    advice:
      '{host} did not answer. It may be off, or your network blocks it, wants a sign-in, or meddles with its certificate. The browser does not tell us which, but shows it where you open {host}. Continue when it answers: a run that exists is picked up, not paid twice.',
    ...goOn,
    other: lookYourself,
  },
  'server-failed': {
    title: '{engine} has a problem',
    advice:
      'The fault is on the server, not with your picture. Continue in a moment: a run that exists is picked up, not paid twice.',
    action: 'retry',
    button: 'Continue',
  },
  'unexpected-answer': {
    title: 'That is not how {engine} answers',
    advice:
      '{host} sent something else, or sends elsewhere. The address may be wrong. If it worked before, whoever runs the server has changed it, or something on your network changes its answers: your IT department can tell.',
    action: 'open-settings',
    button: 'Open settings',
    other: lookYourself,
  },
  'network-blocked': {
    title: 'Your network answered instead of {engine}',
    advice:
      'A web page came where {host} should have answered: a filter of your company, or a network that wants a sign-in. {engine} has no part in it, and it is no fault of yours: the IT department can let {host} through. Nothing is lost, and nothing is paid twice.',
    ...lookYourself,
    other: goOn,
  },
  'network-sign-in': {
    title: 'Your network wants a sign-in first',
    advice:
      'Its proxy let nothing through to {host}. {engine} has no part in it. Open {host} in a tab and sign in there, or ask your IT department; then continue. Nothing was charged for this request.',
    ...lookYourself,
    other: goOn,
  },
  'untrusted-connection': {
    title: 'The connection to {host} is not trusted',
    advice:
      'Its certificate is none this device trusts, so nothing was sent. As a rule a company filter reads along: that is for your IT department, not for {engine} or you. On a server of your own, whoever runs it has to renew its certificate.',
    ...lookYourself,
    other: goOn,
  },
  timeout: {
    title: 'The server took too long to answer',
    advice: 'Nothing is lost. Continue: a run that exists is picked up, not paid twice.',
    action: 'retry',
    button: 'Continue',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;

/** What an error means while a server is being connected: its address is new, and may be wrong. */
export const connectingTexts: Partial<Record<ErrorCode, Pick<ErrorText, 'title' | 'advice'>>> = {
  'network-blocked': {
    title: 'A web page answers at {host}',
    advice:
      'The address may be wrong. If it is right, your network answers in the server’s place: a filter of your company, or a network that wants a sign-in. Then the IT department can let {host} through.',
  },
};
