import type { ApplyLook } from '#shared/engines/on-device/apply-look.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';
import type { draw as Draw } from './looks-script.ts';
import packed from './looks-script.ts?script';

/** Where the script puts what it exports. */
declare const looksScript: { draw: typeof Draw };

type Draws = (...asked: Parameters<ApplyLook>) => Promise<Pixels>;

/** Says that it is there, then draws one picture after the other, or answers in words why not. */
const workerPart = `;onmessage=({data})=>looksScript.draw(...data,Infinity).then(
(drawn)=>postMessage(drawn,[drawn.data.buffer]),(error)=>postMessage(String(error)));postMessage(0)`;

/** A worker that has said nothing by then is none. */
const patienceMs = 5_000;
/** In the panel's own thread, which may be Figma's too. */
const sliceMs = 8;

/** The sample looks beside the panel's thread, where there can be a worker; one picture at a time. */
export function createLooksPainter(): Draws {
  let opened: Promise<Draws> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return (pixels, request) => {
    opened ??= unpack().then((code) => openWorker(code).then(drawIn, () => drawHere(code)));
    const thread = opened;
    const drawn = turn.then(async () => (await thread)(pixels, request));
    turn = drawn.catch(() => {});
    return drawn;
  };
}

/** Few need the looks, and packed they weigh less than half. */
function unpack(): Promise<string> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** From a `data:` address, the only kind that Figma's policy always has: a Blob's is kept from a panel. */
async function openWorker(code: string): Promise<Worker> {
  const worker = new Worker(`data:text/javascript,${encodeURIComponent(code + workerPart)}`);
  try {
    await nextMessage(worker, AbortSignal.timeout(patienceMs));
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

function drawIn(worker: Worker): Draws {
  return async (pixels, request) => {
    const answer = nextMessage(worker) as Promise<Pixels | string>;
    worker.postMessage([pixels, request], [pixels.data.buffer]);
    const drawn = await answer;
    if (typeof drawn === 'string') throw new Error(drawn);
    return drawn;
  };
}

/** The panel is a script written into its document itself, so this one may be too. */
function drawHere(code: string): Draws {
  const script = document.createElement('script');
  script.textContent = code;
  document.head.append(script);
  return (pixels, request) => looksScript.draw(pixels, request, sliceMs);
}

function nextMessage(worker: Worker, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
