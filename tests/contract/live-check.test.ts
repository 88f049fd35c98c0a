import { execFile } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLiveCheckArguments } from '../../scripts/live-check/arguments.ts';
import type { Finding } from '../../scripts/live-check/check.ts';
import { liveCheck } from '../../scripts/live-check/live-check.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

const timing = { queueMs: 0, coldStartMs: 0, runMs: 20, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterEach(() => standIn.close());

function check(change: Partial<Parameters<typeof liveCheck>[0]> = {}): Promise<Finding[]> {
  const { baseUrl, apiKey, deploymentId } = standIn;
  return liveCheck({ baseUrl, apiKey, deploymentId, paid: false, ...change }, () => {});
}

const about = (findings: readonly Finding[], words: RegExp) =>
  findings.find(({ question }) => words.test(question)) ?? {
    question: '',
    verdict: 'bad',
    answer: 'not asked',
  };

describe('the free part', () => {
  it('only reads', async () => {
    const findings = await check();
    expect(findings.filter(({ verdict }) => verdict === 'bad')).toEqual([]);
    expect(Object.keys(standIn.requests()).filter((name) => !/^(GET|OPTIONS) /.test(name))).toEqual([]);
    expect(standIn.ledger()).toEqual([]);
  });

  it('tells what it found in words', async () => {
    const findings = await check();
    expect(about(findings, /Whose key/).answer).toMatch(/organisation org_2bW.*does not expire/);
    expect(about(findings, /find its inputs/).answer).toMatch(/picture: input_image, prompt: prompt/);
    expect(about(findings, /unknown deployment/)).toMatchObject({ verdict: 'good' });
    expect(about(findings, /Which deployments/).answer).toMatch(/^2: Flux Kontext edit \(production\)/);
    expect(about(findings, /Figma plugin/).answer).toMatch(/^No \(400\)/);
    expect(about(findings, /direct upload/).answer).toMatch(/^content-type, host/);
    expect(about(findings, /told in the form/)).toMatchObject({ verdict: 'open' });
    expect(about(findings, /credit and usage/).answer).toBe(
      'Yes: credit left $23.50, used this month $0.00.',
    );
    expect(about(findings, /stream of progress/).answer).toMatch(/^Yes: .*"connection_established"/);
    expect(about(findings, /unpublished routes/)).toMatchObject({ verdict: 'open' });
  });

  it('takes it for no fault when credit, usage and stream cannot be read', async () => {
    for (const path of ['/api/platform/usage', '/api/platform/autumn-data', '/api/v2/stream-progress']) {
      const action = { kind: 'status', status: 403, json: { detail: 'Access denied' } } as const;
      standIn.faults.add({ match: { path }, times: 'always', action });
    }
    const findings = await check();
    expect(about(findings, /credit and usage/)).toMatchObject({ verdict: 'note' });
    expect(about(findings, /stream of progress/).answer).toMatch(/^No \(403\)/);
  });

  it('looks at the newest run where there is one', async () => {
    await check({ paid: true });
    const findings = await check();
    expect(about(findings, /told in the form/).answer).toMatch(
      /"success".* on L40S, with \d recorded inputs/,
    );
    expect(about(findings, /from the storage/).answer).toMatch(/image\/webp, but not to pages/);
    expect(about(findings, /reason of a failure/)).toMatchObject({ verdict: 'good' });
  });

  it.each([
    ['a wrong key', /find its inputs/, () => check({ apiKey: standIn.keys.forged })],
    ['an expired key', /Whose key/, () => check({ apiKey: standIn.keys.expired })],
    ['a wrong deployment', /find its inputs/, () => check({ deploymentId: crypto.randomUUID() })],
  ])('says what is wrong with %s', async (_, question, run) => {
    expect(about(await run(), question)).toMatchObject({ verdict: 'bad' });
  });
});

describe('the paid part', () => {
  it('makes exactly one run and follows it to its picture', async () => {
    const findings = await check({ paid: true });
    const paid = about(findings, /one paid run/);
    expect(paid.answer).toMatch(/webp of \d+x\d+.*on L40S, at least \$0\.0\d+.*Found by its nonce/);
    expect(paid.verdict).toBe('good');
    expect(standIn.ledger()).toHaveLength(1);
  });

  it('says why a run failed', async () => {
    standIn.faults.add({ match: queue, action: { kind: 'runOutcome', outcome: 'failed' } });
    expect(about(await check({ paid: true }), /one paid run/)).toMatchObject({
      verdict: 'bad',
      answer: expect.stringMatching(/"failed".*ran out of memory/),
    });
    expect(standIn.ledger()).toHaveLength(1);
  });
});

describe('the command', () => {
  const run = (...argv: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const child = execFile(process.execPath, ['scripts/live-check/main.ts', ...argv], (_, out, errors) =>
        resolve({ code: child.exitCode ?? -1, output: out + errors }),
      );
    });

  it('prints plain lines without the key, and ends in 0 when all is well', async () => {
    const { baseUrl, apiKey, deploymentId } = standIn;
    const { code, output } = await run('--key', apiKey, '--deployment', deploymentId, '--url', baseUrl);
    expect(output).toMatch(/Reads only: nothing is charged/);
    expect(output).toMatch(/Restyle works with this account/);
    expect(output).not.toContain(apiKey);
    expect(code).toBe(0);
  });

  it.each([
    [[], /API key is needed/],
    [['--key', 'k'], /deployment id is needed/],
    [['--key', 'k', '--deployment', 'd', '--url', 'http://example.com'], /https/],
  ])('refuses %j with a sentence', (argv, sentence) => {
    expect(() => parseLiveCheckArguments(argv)).toThrow(sentence);
  });

  it('takes the key from the environment', () => {
    const environment = { COMFYDEPLOY_API_KEY: 'from-environment' };
    const options = parseLiveCheckArguments(['--deployment', 'd'], environment);
    expect(options).toMatchObject({ apiKey: 'from-environment', paid: false });
  });
});
