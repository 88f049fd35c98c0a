import type { ErrorData } from '#shared/errors/app-error.ts';
import { isErrorCode } from '#shared/errors/codes.ts';
import { isLaunch } from './launch.ts';
import { isFileValue, isLayerPreview, isPart, isPlace, isSelection } from './layer.ts';
import { isPlacement, isPlacing, isWay } from './placing.ts';
import {
  isAnything,
  isBytes,
  isFlag,
  isNothing,
  isNumber,
  isText,
  listOf,
  type Of,
  oneOf,
  orNull,
  recordOf,
  type Shape,
} from './shape.ts';
import { isWindowSize } from './window-size.ts';

const isLayerRef = recordOf({ nodeId: isText });
const isKeyRef = recordOf({ key: isText });
const isBox = recordOf({ xPx: isNumber, yPx: isNumber, widthPx: isNumber, heightPx: isNumber });

/**
 * A picture of a layer as it lies on the canvas: `box` in canvas pixels, `scale` picture pixels
 * each. A turned layer is turned in it too, which `place` lets the panel undo.
 */
export const isLayerPicture = recordOf({
  bytes: isBytes,
  scale: isNumber,
  box: isBox,
  place: isPlace,
  /** Whether it lies in the layer's own coordinates already, as fills do. */
  isUpright: isFlag,
});
export type LayerPicture = Of<typeof isLayerPicture>;

/** Everything the panel can ask of the main thread: the shape of the question and of its answer. */
export const requests = {
  'read-selection': { params: isNothing, answer: isSelection },
  'preview-layer': { params: isLayerRef, answer: isLayerPreview },
  'export-layer': {
    params: recordOf({ nodeId: isText, way: isWay, exactIds: listOf(isText) }),
    answer: isLayerPicture,
  },
  'read-values': {
    params: recordOf({ nodeId: isText, names: listOf(isText) }),
    answer: listOf(isFileValue),
  },
  'resize-window': { params: recordOf({ size: isWindowSize, isLast: isFlag }), answer: isNothing },
  'list-parts': { params: isLayerRef, answer: listOf(isPart) },
  'place-result': { params: isPlacing, answer: isPlacement },
  'add-picture': {
    params: recordOf({
      bytes: isBytes,
      name: isText,
      widthPx: isNumber,
      heightPx: isNumber,
      /** Of a result: what it was made from, and how, as the panel wrote it. */
      made: orNull(recordOf({ original: isBytes, recipe: isText })),
    }),
    answer: isLayerRef,
  },
  'revert-result': { params: isLayerRef, answer: isNothing },
  'read-launch': { params: isNothing, answer: isLaunch },
  'place-on-page': {
    params: recordOf({ jobId: isText, place: isPlace, bytes: isBytes, name: isText }),
    answer: isPlacement,
  },
  'show-layer': { params: isLayerRef, answer: isNothing },
  'identify-file': { params: recordOf({ freshId: isText }), answer: isText },
  'list-keys': { params: isNothing, answer: listOf(isText) },
  'read-value': { params: isKeyRef, answer: isAnything },
  'write-value': { params: recordOf({ key: isText, value: isAnything }), answer: isNothing },
  'delete-value': { params: isKeyRef, answer: isNothing },
} as const satisfies Record<string, { params: Shape<unknown>; answer: Shape<unknown> }>;

export type RequestName = keyof typeof requests;
export type Params<N extends RequestName> = Of<(typeof requests)[N]['params']>;
export type Answer<N extends RequestName> = Of<(typeof requests)[N]['answer']>;

/** Everything the main thread tells the panel unasked. */
export const events = { 'selection-changed': isSelection } as const;
export type EventName = keyof typeof events;
export type EventValue<N extends EventName> = Of<(typeof events)[N]>;

const isErrorData = (value: unknown): value is ErrorData =>
  recordOf({ code: isErrorCode as Shape<ErrorData['code']>, detail: isText })(value);

const isRequestName = oneOf(...(Object.keys(requests) as RequestName[]));
const isEventName = oneOf(...(Object.keys(events) as EventName[]));

export const isRequestMessage = recordOf({
  restyle: oneOf('request'),
  id: isText,
  name: isRequestName,
  params: isAnything,
});
export const isAnswerMessage = recordOf({ restyle: oneOf('answer'), id: isText, value: isAnything });
export const isRefusalMessage = recordOf({ restyle: oneOf('refusal'), id: isText, error: isErrorData });
export const isEventMessage = recordOf({ restyle: oneOf('event'), name: isEventName, value: isAnything });

export type BridgeMessage =
  | Of<typeof isRequestMessage>
  | Of<typeof isAnswerMessage>
  | Of<typeof isRefusalMessage>
  | Of<typeof isEventMessage>;

/** Both ends of Figma's message channel look like this. */
export type Channel = {
  post(message: BridgeMessage): void;
  /** Hands over whatever arrives, unchecked. */
  listen(hear: (message: unknown) => void): void;
};
