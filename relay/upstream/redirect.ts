/**
 * Redirects are asked for as `manual`, which Workers know (`error` they do not), and refused by us.
 * Browsers' `fetch` shows such an answer as `opaqueredirect`, servers' shows it as it is.
 */
export function isRedirect(answer: Response): boolean {
  return answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400);
}
