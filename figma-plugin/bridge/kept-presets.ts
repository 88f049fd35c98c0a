import { isAnything, isText, listOf, recordOf } from './shape.ts';

/** Where presets from files are kept in `clientStorage`. */
export const keptPresetsKey = 'presets';

/** As much of them as both of Figma's worlds know: the panel looks closer. */
export const isKeptPresets = recordOf({ presets: listOf(isAnything) });
export const isNamedPreset = recordOf({ id: isText, name: isText });
