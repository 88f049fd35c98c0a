import type {
  ParameterInputEvent,
  ParametersAPI,
  SuggestionResults,
} from '@figma/plugin-typings/plugin-api-standalone';

/** What is typed in a quick action, and what the plugin offers for it: it may take its time. */
export function createQuickActions() {
  let suggest: ((event: ParameterInputEvent) => void) | undefined;
  let offered: unknown = null;

  const parameters = {
    on(_type, hear) {
      suggest = hear;
    },
  } satisfies Partial<ParametersAPI>;

  return {
    parameters,
    type(key: string, query: string) {
      offered = null;
      const offer = (what: unknown) => {
        offered = what;
      };
      const result: SuggestionResults = {
        setSuggestions: offer,
        setError: offer,
        setLoadingMessage: () => {},
      };
      suggest?.({ key, query, parameters: {}, result } as ParameterInputEvent);
    },
    /** What it has offered by now: suggestions, or an error in words. */
    suggestions: () => offered,
  };
}
