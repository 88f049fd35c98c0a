/** How long ComfyDeploy may take to say that a run is queued; then its answer counts as lost. */
export const paidCallMs = 60_000;
