import type { RelayFixture } from './relay-fixture.ts';

/** As a browser sends a form of ours, unless `headers` say otherwise. */
export function sendForm(
  url: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
) {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
  });
}

/** Of a browser that is signed in. */
export const cookieOf = ({ data }: RelayFixture, name: string) => ({
  Cookie: `restyle_session=${data.tokens[name]}`,
});
