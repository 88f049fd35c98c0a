import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ErrorText } from '#shared/i18n/error-text.ts';

type PictureErrorCode = Extract<ErrorCode, `picture-${string}`>;

/** Words for what can be wrong with a picture, or keep us from it. */
export const pictureErrorTexts: Readonly<Record<PictureErrorCode, ErrorText>> = {
  'picture-empty': {
    title: 'The file is empty',
    advice: 'It has no bytes at all, so there is nothing to restyle. Choose another picture.',
    action: 'choose-picture',
    button: 'Choose another picture',
  },
  'picture-not-a-picture': {
    title: 'That is not a picture',
    advice:
      'The file holds something else, perhaps a web page or a document. Choose a PNG, JPEG, WebP, GIF or AVIF picture.',
    action: 'choose-picture',
    button: 'Choose another picture',
  },
  'picture-too-large': {
    title: 'The picture is too large',
    advice:
      'Restyle takes pictures of up to 36 megapixels and 25 MB. Make it smaller, or choose another. {detail}',
    action: 'choose-picture',
    button: 'Choose another picture',
  },
  'picture-unavailable': {
    title: 'The picture could not be fetched',
    advice:
      'The site did not give it to us. Nothing was run or charged. Save the picture and drop it on Restyle instead.',
    action: 'retry',
    button: 'Try again',
  },
  'picture-private': {
    title: 'This picture is on your own computer or network',
    advice:
      'The page is on the web, and pages on the web get nothing from there. Nothing was read or sent. Open the picture itself in a tab to restyle it.',
    action: 'choose-picture',
    button: 'Choose another picture',
  },
  'picture-too-slow': {
    title: 'The picture does not arrive',
    advice:
      'Its server sends too slowly, or never ends. Nothing was run or charged. Try again, or save the picture and drop it on Restyle.',
    action: 'retry',
    button: 'Try again',
  },
  'picture-out-of-view': {
    title: 'The picture has to be in view',
    advice:
      'The site keeps its file to itself, so it can only be taken as the screen shows it. Scroll to it, then try again. Nothing was run or charged.',
    action: 'retry',
    button: 'Try again',
  },
  'picture-unsupported': {
    title: 'This kind of picture cannot be read here',
    advice: 'The browser cannot open it ({detail}). Save it as PNG or JPEG and try again.',
    action: 'choose-picture',
    button: 'Choose another picture',
  },
  'picture-lost': {
    title: 'The original picture is gone from this browser',
    advice: 'Its bytes were deleted before the job was done. Choose the picture again.',
    action: 'choose-picture',
    button: 'Choose the picture again',
  },
};
