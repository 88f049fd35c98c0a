/**
 * Where people reach this relay, without a slash at the end: as it was set, else as the browser says that our
 * page was loaded from (a proxy may have hidden it), else as the request was addressed.
 */
export function ownOrigin(request: Request, url: URL, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '');
  const origin = URL.parse(request.headers.get('origin') ?? '');
  return origin ? origin.origin : url.origin;
}
