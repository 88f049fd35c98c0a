/** Of the platform: https://developers.cloudflare.com/workers/runtime-apis/streams/transformstream/#fixedlengthstream */
declare const FixedLengthStream: new (lengthBytes: number) => TransformStream<Uint8Array, Uint8Array>;

/**
 * An answer that keeps to the length it announces. Workers pass no `Content-Length` on with a stream of one's own,
 * and what breaks off half-way would then look whole.
 */
export function withFixedLength(answer: Response): Response {
  const length = answer.headers.get('content-length');
  if (length === null || answer.body === null) return answer;
  return new Response(answer.body.pipeThrough(new FixedLengthStream(Number(length))), answer);
}
