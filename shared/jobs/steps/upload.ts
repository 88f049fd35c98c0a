import { fileNameFor } from '#shared/images/file-name.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import type { Clock, OnSent } from '#shared/ports.ts';

const patienceMs = 5_000;

/** uploading -> uploaded. Uploads are free, so one that was cut short is simply made again. */
export async function upload(drive: Drive, { workflow, clock }: RunnerDeps): Promise<void> {
  const { inputKey, inputMimeType, sentRatio } = drive.stage('uploading');
  // An earlier life had sent that much, and this one begins anew.
  if (sentRatio) await drive.record({ type: 'sent', ratio: 0 });
  const { engine } = await workflow(drive.job);
  const { bytes } = await drive.blob(inputKey);
  const fileName = fileNameFor(drive.job.context.label, inputMimeType === 'image/png' ? 'png' : 'jpg');
  const picture = { bytes, mimeType: inputMimeType, fileName };
  const { calledOff } = drive;
  const send = () => engine.upload(picture, calledOff, tellSent(drive, clock));
  const pictureValue = await drive.patiently(send, patienceMs).catch((error: unknown) => {
    if (calledOff.aborted) return null;
    throw error;
  });
  // Called off on its way, it ends as a job of which nothing was sent.
  if (pictureValue === null) return;
  const serverAheadMs = engine.serverAheadMs?.() ?? null;
  await drive.record({ type: 'uploaded', pictureValue, serverAheadMs });
}

const shortestBetweenRecordsMs = 1_000;

/** Writes down how much has gone out, at most once a second. Nothing depends on it. */
function tellSent(drive: Drive, clock: Clock): OnSent {
  let recordedAtMs = clock.monotonicMs();
  return (ratio) => {
    const nowMs = clock.monotonicMs();
    if (nowMs - recordedAtMs < shortestBetweenRecordsMs || drive.job.stage.name !== 'uploading') return;
    recordedAtMs = nowMs;
    void drive.record({ type: 'sent', ratio }).catch(() => {});
  };
}
