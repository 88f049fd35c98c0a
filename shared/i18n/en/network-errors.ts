import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

const lookYourself = { action: 'open-address', button: 'Open {host}' } as const;
const goOn = { action: 'retry', button: 'Continue' } as const;

/** What happens on the way to a server, and whose business it is; filled in as `errorTexts` are. */
export const networkErrorTexts = {
  unreachable: {
    title: 'The server cannot be reached',
    advice:
      '{host} is off, or your network blocks it, wants a sign-in or meddles with its certificate. A browser does not say which: open {host} to see. A run that exists is picked up, not paid twice.',
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
      'The address may be wrong. If it worked before, whoever runs {host} has changed it, or something on your network changes its answers: ask your IT department.',
    action: 'open-settings',
    button: 'Open settings',
    other: lookYourself,
  },
  'network-blocked': {
    title: 'Your network answered instead of {engine}',
    advice:
      'A company filter or a sign-in page answered for {host}. Your IT department can let it through; {engine} has no part in it, nor have you. Nothing is lost or paid twice.',
    ...lookYourself,
    other: goOn,
  },
  'network-sign-in': {
    title: 'Your network wants a sign-in first',
    advice:
      'Its proxy lets nothing through to {host} yet; {engine} has no part in it. Sign in where you open {host}, or ask your IT department. Nothing was charged for this.',
    ...lookYourself,
    other: goOn,
  },
  'untrusted-connection': {
    title: 'The connection to {host} is not trusted',
    advice:
      'This device does not trust its certificate, so nothing was sent. As a rule a company filter reads along: a matter for your IT department, not for {engine}. A server of your own may need a new one.',
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
