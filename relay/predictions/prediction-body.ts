import * as z from '#shared/zod.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);

/** What `POST /v1/predictions` takes, as Replicate does: https://replicate.com/docs/reference/http#predictions.create */
export const predictionBodySchema = z.object({
  /** Here the id of a deployment; left out, the one that is set for the relay or the member. */
  version: z.nullish(z.string()),
  input: z.catchall(
    z.object({
      input_image: z.optional(z.string()),
      prompt: z.optional(z.string()),
      strength: z.nullish(z.number()),
      seed: z.nullish(z.int()),
      /** Under which the run is found when the answer is lost. */
      restyle_nonce: z.optional(z.string().check(z.maxLength(200))),
    }),
    value,
  ),
});

export type PredictionInput = z.infer<typeof predictionBodySchema>['input'];
