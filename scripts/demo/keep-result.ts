import { writeFile } from 'node:fs/promises';
import { toSourceSize } from '#shared/images/finish.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import { createSharpCodec } from '../../tests/fakes/sharp-codec.ts';

export type ResultSize = { resultWidthPx: number; resultHeightPx: number };

/** Writes a result to a file, in the engine's own pixels or in the source's. */
export async function keepResult(
  bytes: Buffer,
  { stage, context }: Job,
  { path, sameSize }: { path: string; sameSize: boolean },
): Promise<ResultSize> {
  if (stage.name !== 'done') throw new Error('Only a finished job has a result');
  const { widthPx, heightPx } = stage.result;
  if (!sameSize) {
    await writeFile(path, bytes);
    return { resultWidthPx: widthPx, resultHeightPx: heightPx };
  }
  const picture = {
    bytes: Uint8Array.from(bytes) as Bytes,
    mimeType: 'image/png',
    widthPx,
    heightPx,
  } as const;
  const result = { ...picture, croppedFrom: { widthPx, heightPx } };
  const sized = await toSourceSize(result, { codec: createSharpCodec(), source: context });
  await writeFile(path, sized.bytes);
  return { resultWidthPx: sized.widthPx, resultHeightPx: sized.heightPx };
}
