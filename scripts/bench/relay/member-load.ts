import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where members ask, and how the picture's address is written there. */
export type Target = { url: string; tokens: readonly string[]; picturePath: string };

const uuid = 'b888f774-3e7c-4135-a18c-6b985523c4bc';
const upload = Buffer.alloc(300 * 1024);
const queueBody = Buffer.from(
  JSON.stringify({ deployment_id: uuid, inputs: { prompt: 'in oil', restyle_nonce: 'n' } }),
);

/** `paceMs` is what a client waits between two calls of one picture. */
export type Work = { pictures: number; paceMs: number };

/**
 * Every member makes pictures, all at the same time: upload, run, four looks, result. Answers the milliseconds
 * of each call, from its being sent to the last byte of its answer.
 */
export async function loadByMembers(target: Target, { pictures, paceMs }: Work): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  const ask = async (token: string, method: string, path: string, body?: Buffer) => {
    times.push(await timedCall({ agent, url: target.url + path, token, method, body }));
    await sleep(paceMs);
  };
  await Promise.all(
    target.tokens.map(async (token, index) => {
      // They do not all press in the same moment.
      await sleep((paceMs * index) / target.tokens.length);
      for (let made = 0; made < pictures; made += 1) {
        await ask(token, 'POST', '/api/file/upload', upload);
        await ask(token, 'POST', '/api/run/deployment/queue', queueBody);
        for (let look = 0; look < 4; look += 1) await ask(token, 'GET', `/api/run/${uuid}`);
        await ask(token, 'GET', target.picturePath);
      }
    }),
  );
  agent.destroy();
  return times;
}

type Call = { agent: Agent; url: string; token: string; method: string; body: Buffer | undefined };

function timedCall({ agent, url, token, method, body }: Call): Promise<number> {
  const startedMs = performance.now();
  const headers = {
    Authorization: `Bearer ${token}`,
    ...(body ? { 'Content-Type': 'application/json', 'Content-Length': body.length } : {}),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - startedMs);
        else reject(new Error(`${method} ${url} answered ${answer.statusCode}`));
      });
    });
    outgoing.once('error', reject).end(body);
  });
}
