const smallBytes = 64 * 1024;

/**
 * Whether a body says that it is small: it is then passed on in one piece. Most answers are, and a stream for each
 * costs more than the rest of the call.
 */
export function isSmall(headers: Headers): boolean {
  const length = headers.get('content-length');
  return length !== null && !headers.has('content-encoding') && Number(length) <= smallBytes;
}
