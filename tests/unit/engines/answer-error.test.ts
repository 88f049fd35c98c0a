import { expect, it } from 'vitest';
import { errorFromAnswer } from '#shared/engines/http/answer-error.ts';

const json = (detail: unknown) => JSON.stringify({ detail });

it.each([
  [401, json('Invalid or expired token'), 'unauthorized'],
  [403, json("Insufficient deployment owner's GPU credits to create run"), 'no-credit'],
  [403, json('Your account has been suspended.'), 'suspended'],
  [404, json('Deployment not found'), 'deployment-not-found'],
  [
    422,
    json([{ loc: ['body', 'inputs', 'seed'], msg: 'Input should be a valid integer', input: 'AAAA' }]),
    'invalid-input',
  ],
  [422, json([null]), 'invalid-input'],
  [422, json([{ loc: 7, msg: { toString: 1 } }]), 'invalid-input'],
  [429, 'slow down', 'rate-limited'],
  [502, JSON.stringify({ detail: 'The answer was lost.', code: 'uncertain' }), 'uncertain'],
  [500, json('Internal server error'), 'server-failed'],
  [502, '<html>Bad gateway</html>', 'server-failed'],
  [403, '<html>Blocked by your company</html>', 'network-blocked'],
  [451, '<html>Forbidden by law</html>', 'network-blocked'],
  [407, 'Proxy Authentication Required', 'network-sign-in'],
  [407, json('sign in first'), 'network-sign-in'],
  [511, '<html>Sign in to the network</html>', 'network-sign-in'],
  [404, '<html>Not here</html>', 'unexpected-answer'],
  [403, 'forbidden', 'unexpected-answer'],
  [502, JSON.stringify({ detail: 'Redirected', code: 'not-comfydeploy' }), 'unexpected-answer'],
])('reads %i %s as an error of ours', (status, body, code) => {
  expect(errorFromAnswer(status, body, { host: 'api.example.com' }, 'deployment-not-found').code).toBe(code);
});

it('never repeats the value that was refused: it may be a whole picture', () => {
  const body = json([
    { loc: ['body', 'inputs', 'input_image'], msg: 'bad', input: 'data:image/png;base64,SECRET' },
  ]);
  expect(JSON.stringify(errorFromAnswer(422, body, { host: 'h' }).data)).not.toContain('SECRET');
});
