import { json } from '../http/answer.ts';
import type { Route } from './route.ts';

/** US dollars per second. */
export const gpuPricing: Readonly<Record<string, number>> = {
  CPU: 0.000042,
  T4: 0.00018,
  L4: 0.00032,
  A10G: 0.000337,
  L40S: 0.000596,
  A100: 0.00114,
  'A100-80GB': 0.001708,
  H100: 0.002338,
  H200: 0.001891,
  B200: 0.002604,
};

export const platformRoutes: readonly Route[] = [
  { method: 'GET', path: '/platform/gpu-pricing', handle: () => json(gpuPricing) },
];
