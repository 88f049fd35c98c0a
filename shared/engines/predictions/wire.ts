import * as z from '#shared/zod.ts';

/** Answers of a prediction server: https://replicate.com/docs/reference/http. Fields we do not use are not named. */

/** Look-alikes fill what we only like to know with shapes of their own: those count as not said. */
const text = z.catch(z.nullish(z.string()), null);

export const predictionSchema = z.object({
  id: z.string().check(z.minLength(1)),
  status: z.string(),
  model: text,
  input: z.catch(z.nullish(z.record(z.string(), z.unknown())), null),
  output: z.optional(z.unknown()),
  /** A sentence; some servers send an object. */
  error: z.optional(z.unknown()),
  logs: text,
  created_at: text,
  started_at: text,
  metrics: z.catch(z.nullish(z.object({ predict_time: z.nullish(z.number()) })), null),
  urls: z.catch(z.nullish(z.object({ get: text, cancel: text })), null),
});
export type WirePrediction = z.infer<typeof predictionSchema>;

/** One page, newest first; `next` leads to older ones. */
export const predictionListSchema = z.object({
  results: z.array(predictionSchema),
  next: text,
});

export const modelSchema = z.object({ latest_version: z.nullish(z.object({ id: z.string() })) });

/** What tells an API from a web page, where nothing more has to be known. */
export const anyJsonSchema = z.union([z.looseObject({}), z.array(z.unknown())]);

export const fileSchema = z.object({ urls: z.object({ get: z.string() }) });

/** Whether a cancel took is told by the prediction itself, so any answer will do, even an empty one. */
export const cancelAnswerSchema = z.unknown();
