/** Host with port, as shown to people: `api.comfydeploy.com`. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

/** Whom an error speaks of, and the address under which a person can look for themselves. */
export type Place = { host: string; origin?: string };

export function placeOf(url: string): Place {
  const parsed = URL.parse(url);
  return parsed ? { host: parsed.host, origin: parsed.origin } : { host: url };
}
