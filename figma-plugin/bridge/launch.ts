import { isNumber, isText, type Of, oneOf, orNull, recordOf } from './shape.ts';

/** How the plugin was opened: by its name, a button beside a result, or a quick action with a preset. */
export const isLaunch = recordOf({
  command: oneOf('open', 'rerun', 'vary', 'preset'),
  presetId: orNull(isText),
  /** 0..1; `null` takes the preset's. */
  strength: orNull(isNumber),
});
export type Launch = Of<typeof isLaunch>;
