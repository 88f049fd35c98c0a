import { fileNameFor } from '#shared/images/file-name.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';

const patienceMs = 5_000;

/** uploading -> uploaded. Uploads are free, so one that was cut short is simply made again. */
export async function upload(drive: Drive, { workflow }: RunnerDeps): Promise<void> {
  const { inputKey, inputMimeType } = drive.stage('uploading');
  const { engine } = await workflow(drive.job);
  const { bytes } = await drive.blob(inputKey);
  const fileName = fileNameFor(drive.job.context.label, inputMimeType === 'image/png' ? 'png' : 'jpg');
  const picture = { bytes, mimeType: inputMimeType, fileName };
  const pictureValue = await drive.patiently(() => engine.upload(picture), patienceMs);
  const serverAheadMs = engine.serverAheadMs?.() ?? null;
  await drive.record({ type: 'uploaded', pictureValue, serverAheadMs });
}
