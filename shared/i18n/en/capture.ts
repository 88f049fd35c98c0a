import type { CaptureRoute, Refusal } from '#shared/capture/receipt.ts';

const size = (widthPx: number, heightPx: number) => `${widthPx} × ${heightPx} px`;

/** Words for how a picture on a page was taken. */
export const captureWords = {
  routes: {
    'page-fetch': 'The site’s own file',
    'worker-fetch': 'The site’s own file',
    'allowed-fetch': 'Taken as the file from a host you allowed',
    'referred-fetch': 'Taken as the file from a host you allowed, asked for in the page’s name',
    'signed-in-fetch': 'Taken as the file from a host you allowed, asked for as you are signed in there',
    'page-pixels': 'Copied as the page has drawn it',
    'visible-tab': 'Taken as the screen shows it',
  } satisfies Record<CaptureRoute, string>,
  taken: (route: CaptureRoute, widthPx: number, heightPx: number) =>
    `${captureWords.routes[route]}, ${size(widthPx, heightPx)}.`,
  largerVersion: 'It is a larger version than the one on the page.',
  partial: 'Only the part in view could be taken.',
  cropped: 'You cut this part out of it.',
  firstFrame: 'The picture moves: this is its first frame.',
  best: (widthPx: number, heightPx: number) => `The original has ${size(widthPx, heightPx)}.`,
  tried: (attempts: readonly string[]) => `Tried before: ${attempts.join('; ')}.`,
  ways: {
    'page-fetch': 'the page’s own request',
    'worker-fetch': 'our request',
    'allowed-fetch': 'our request',
    'referred-fetch': 'our request in the page’s name',
    'signed-in-fetch': 'our request with your sign-in',
    'page-pixels': 'a copy of its pixels',
    'visible-tab': 'the screen',
  } satisfies Record<CaptureRoute, string>,
  refusals: {
    'not-shared': 'the site does not share it',
    'not-allowed': 'its host is not allowed yet',
    'no-answer': 'no answer',
    refused: 'refused by the server',
    'too-slow': 'too slow',
    'too-large': 'too large',
    'cut-short': 'cut short',
    'not-a-picture': 'not a picture',
    unsupported: 'a kind the browser cannot open',
    private: 'on your own computer or network',
    blank: 'nothing to copy',
    'out-of-view': 'not in view',
  } satisfies Record<Refusal, string>,
  larger: 'Use larger…',
  largerHint: (host: string) => `Allow pictures from ${host}, and open the larger one in the panel`,
  screen: 'Use what the screen shows',
} as const;
