import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

type Size = {
  widthPx?: number;
  heightPx?: number;
  /** A folder where the screen's pixels are to lie as a file, to be filmed. */
  filmDir?: string;
};

/** A screen of our own, on which windows and native menus are as real as on anybody's. */
export type Display = {
  /** As the DISPLAY variable has it: `:99`. */
  name: string;
  widthPx: number;
  heightPx: number;
  stop(): Promise<void>;
};

/** Starts an Xvfb on a number that is free. Stop it after the browsers on it. */
export async function startDisplay({ widthPx = 1280, heightPx = 800, filmDir }: Size = {}): Promise<Display> {
  const screen = [
    '-screen',
    '0',
    `${widthPx}x${heightPx}x24`,
    '-nolisten',
    'tcp',
    ...(filmDir ? ['-fbdir', filmDir] : []),
  ];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const killServer = () => server.kill('SIGKILL');
  process.once('exit', killServer);
  const name = `:${await displayNumber(server)}`;
  const stop = async () => {
    process.off('exit', killServer);
    const gone = server.exitCode !== null || once(server, 'exit');
    server.kill();
    await gone;
  };
  return { name, widthPx, heightPx, stop };
}

/** The environment for a program that is to open on the display, also where a person's session is Wayland. */
export function environmentOn(display: Display | null): NodeJS.ProcessEnv {
  if (!display) return process.env;
  const { WAYLAND_DISPLAY, ...inherited } = process.env;
  return { ...inherited, DISPLAY: display.name, XDG_SESSION_TYPE: 'x11', MOZ_ENABLE_WAYLAND: '0' };
}

/** Xvfb writes its number to the fourth pipe once it takes connections. */
async function displayNumber(server: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  server.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  return new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
    server.once('error', () =>
      reject(new Error('There is no Xvfb here: "npm test" installs it, or says how.')),
    );
    server.once('exit', () => reject(new Error(`Xvfb did not start: ${complaints.join('').trim()}`)));
  });
}
