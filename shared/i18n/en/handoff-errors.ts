import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

type HandoffErrorCode = Extract<ErrorCode, `handoff-${string}`>;

const instead = { action: 'choose-picture', button: 'Choose a picture instead' } as const;

/** Words for a picture that was handed over between a browser and Figma and cannot be taken up. */
export const handoffErrorTexts: Readonly<Record<HandoffErrorCode, ErrorText>> = {
  'handoff-unreadable': {
    title: 'The pasted code is not whole',
    advice:
      'Nothing was taken over and nothing was spent. Copy it again where it was made, with its button, and paste it here at once.',
    ...instead,
  },
  'handoff-newer': {
    title: 'The code was made by a newer Restyle',
    advice: 'Nothing was taken over and nothing was spent. Update Restyle here, then paste it again.',
    ...instead,
  },
  'handoff-too-large': {
    title: 'The picture is too large to hand over',
    advice: 'Nothing was taken over and nothing was spent. Download the picture, and drop its file here.',
    ...instead,
  },
  'handoff-too-often': {
    title: 'Too many pictures came over at once',
    advice:
      'Nothing was taken over and nothing was spent. Wait a minute, then send it again. If it was not you who sent them, end the pairing in Restyle’s settings in your browser.',
    action: 'retry',
    button: 'Try again',
  },
};
