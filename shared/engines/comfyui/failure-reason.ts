import { failureReasonFrom } from '#shared/engines/comfydeploy/failure-reason.ts';
import { timelineOf, type WireJob } from '#shared/engines/comfyui/wire.ts';

/**
 * Why a run failed, from its `execution_error`: a plain sentence where the cause is known, else the
 * node and the first line of what it said. Traceback, paths and tensor dumps stay on the server.
 */
export function failureReasonOf(job: WireJob): string | null {
  const event = timelineOf(job).find(({ name }) => name === 'execution_error');
  const error = job.execution_error ?? event?.data;
  if (!error) return null;
  const [node, type, said] = ['node_type', 'exception_type', 'exception_message'].map((field) =>
    typeof error[field] === 'string' ? error[field] : null,
  );
  const message = said ?? type ?? 'unknown reason';
  const known = failureReasonFrom([`${type}: ${message}`]);
  const isPlainSentence = known !== null && !known.includes(message.slice(0, 40));
  if (isPlainSentence) return known;
  const firstLine = message.split('\n')[0] ?? '';
  return `${node ?? 'A node'} failed: ${withoutPaths(firstLine).slice(0, 200)}`;
}

/** `/srv/comfy/models/x.safetensors` and `C:\comfy\x.safetensors` by their last part. */
function withoutPaths(line: string): string {
  return line.replace(/(?:[A-Za-z]:)?(?:[\\/][^\\/\s'"]+)+[\\/]([^\\/\s'"]+)/g, '$1');
}
