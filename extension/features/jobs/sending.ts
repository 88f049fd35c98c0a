import type { Job } from '#shared/jobs/job.ts';
import type { Sender } from '../../platform/sending/sender.ts';

/** Opens what sends while a picture is still being prepared, so that nobody waits for it. */
export function warmFor({ stage, recipe }: Job, sender: Sender): void {
  if (stage.name === 'preparing' && recipe.engine !== 'on-device') sender.warm();
}
