/** Whether an answer is from where it was asked for: the browser tells an address in its normal form. */
export function isSameAddress(answeredFrom: string, asked: string): boolean {
  const url = new URL(asked);
  url.hash = '';
  return answeredFrom === url.href;
}
