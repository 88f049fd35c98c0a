import { execFile } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { createPredictionsEngine } from '#shared/engines/predictions/engine.ts';
import { plainModel } from '#shared/engines/predictions/models.ts';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { interferers, startNetworkBetween } from '../../fakes/network-between.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { kontextFile } from '../../fixtures/kontext-workflow.ts';
import { failureOf } from './drive-engine.ts';

const ports = () => ({
  fetch: (url: string, init?: RequestInit) => fetch(url, init),
  clock: createVirtualClock(Date.now()),
});

const engines: Record<string, (origin: string) => Engine> = {
  comfydeploy: (origin) =>
    createComfyDeployEngine({ ...ports(), baseUrl: `${origin}/api`, apiKey: 'k', deploymentId: 'd' }),
  comfyui: (baseUrl) =>
    createComfyUiEngine({
      ...ports(),
      baseUrl,
      apiKey: null,
      workflow: parseWorkflow(kontextFile),
    }),
  predictions: (baseUrl) => createPredictionsEngine({ ...ports(), baseUrl, apiKey: 'k', model: plainModel }),
};

const between: [string, RequestListener, boolean, ErrorCode][] = [
  ['a filter that answers 403 with a page', interferers.filter, false, 'network-blocked'],
  ['a sign-in page that answers 200', interferers.portal, false, 'network-blocked'],
  // Of this one `fetch` hands out no answer and no reason: the words for it say so.
  ['a proxy that wants to know who asks', interferers.proxy, false, 'unreachable'],
  ['a gate that says what it is', interferers.gate, false, 'network-sign-in'],
  ['a redirect', interferers.redirector, false, 'unexpected-answer'],
  ['a certificate that nobody trusts', interferers.filter, true, 'untrusted-connection'],
];

describe.each(Object.entries(engines))('between a person and %s', (_, engineAt) => {
  it.each(between)('%s is an error of its own', async (_, listener, tls, code) => {
    const server = await startNetworkBetween(listener, { tls });
    onTestFinished(() => server.close());
    const engine = engineAt(server.origin);
    const { origin } = server;
    const failures = [
      await failureOf(() => engine.get('11111111-2222-4333-8444-555555555555')),
      await failureOf(() => engine.start({ inputs: {}, nonce: 'n' })),
    ];
    const expected = { code, host: new URL(origin).host, origin };
    expect(failures).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
    // The call that costs money is sent once; a read is repeated only where the fault may pass.
    const isPassing = code === 'unreachable';
    expect(server.requestCount()).toBe(tls ? 0 : isPassing ? 4 : 2);
  });
});

describe('a proxy that wants a sign-in before it opens a tunnel', () => {
  it('says so on Node, where it can be seen', async () => {
    const proxy = createServer().on('connect', (_, socket) => {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    expect(await codeThroughProxy(`http://127.0.0.1:${port}`)).toBe('network-sign-in');
  });
});

/** The code of a read through a proxy; in a process of its own, because Node is told of proxies at its start. */
function codeThroughProxy(proxyUrl: string): Promise<string> {
  const script = `
    import { networkError } from '#shared/engines/http/network-error.ts';
    const url = 'https://api.example.com/';
    const patience = new AbortController().signal;
    const said = await fetch(url).catch((error) => networkError(error, { url, signal: undefined, patience }));
    process.stdout.write(said.code);
  `;
  const env = { ...process.env, HTTPS_PROXY: proxyUrl, https_proxy: proxyUrl, NO_PROXY: '', no_proxy: '' };
  const options = ['--use-env-proxy', '--input-type=module', '--eval', script];
  return new Promise((resolve, reject) =>
    execFile(process.execPath, options, { env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    ),
  );
}

describe('after a paid request', () => {
  it('a run is ruled out only where the request was stopped before the server', () => {
    expect(mayHaveStarted('untrusted-connection')).toBe(false);
    expect(mayHaveStarted('network-sign-in')).toBe(false);
    // A filter may have read the answer and thrown it away.
    expect(mayHaveStarted('network-blocked')).toBe(true);
    expect(mayHaveStarted('unexpected-answer')).toBe(true);
  });
});

describe('a picture', () => {
  it('that the network keeps back says so, and one whose link has run out does not', async () => {
    const engine = createComfyDeployEngine({
      ...ports(),
      baseUrl: 'http://127.0.0.1:9/api',
      apiKey: 'k',
      deploymentId: 'd',
    });
    const codeFrom = async (listener: RequestListener) => {
      const server = await startNetworkBetween(listener);
      onTestFinished(() => server.close());
      const output = { url: `${server.origin}/o.png`, fileName: 'o.png' };
      return (await failureOf(() => engine.fetchOutput(output))).code;
    };
    expect(await codeFrom(interferers.filter)).toBe('network-blocked');
    expect(await codeFrom(interferers.gate)).toBe('network-sign-in');
    const expired = '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>';
    expect(await codeFrom((_, answer) => answer.writeHead(403).end(expired))).toBe('result-unreadable');
  });
});
