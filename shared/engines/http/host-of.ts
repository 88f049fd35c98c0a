/** Host with port, as shown to people: `api.comfydeploy.com`. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
