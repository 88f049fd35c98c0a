import { runCommandLine } from './command-line/run-command-line.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

const terminal = { print: (text: string) => console.log(text) };

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, terminal, stop.signal);
