/**
 * Redirects are asked for as `manual` and refused by us: `error` would hide them among broken
 * connections, and Workers do not know it. Browsers' `fetch` shows such an answer as
 * `opaqueredirect`, servers' shows it as it is.
 */
export function isRedirect(answer: Response): boolean {
  return answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400);
}
