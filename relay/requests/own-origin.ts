/** Where programs reach this relay, without a slash at the end: as it was set, else as the request was addressed. */
export function ownOrigin(url: URL, publicUrl: string | undefined): string {
  return publicUrl === undefined ? url.origin : publicUrl.replace(/\/$/, '');
}

/**
 * The same for a form of a page of ours, of which the browser says where it was loaded from (a proxy may have
 * hidden that). Not for others: programs in browsers send an `Origin` too, which is their own.
 */
export function pageOrigin(request: Request, url: URL, publicUrl: string | undefined): string {
  const origin = publicUrl === undefined ? URL.parse(request.headers.get('origin') ?? '') : null;
  return origin ? origin.origin : ownOrigin(url, publicUrl);
}
