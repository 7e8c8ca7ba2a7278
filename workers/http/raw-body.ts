import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';

/** The most an alert may weigh (INTERFACES, HTTP). */
export const MAX_BODY_BYTES = 512 * 1024;

const tooLarge = failure('too-large', `The body may have ${MAX_BODY_BYTES} bytes at most.`);

/** Reads a body up to the limit, and stops there: what comes after is never held in memory (RELIABILITY B1). */
export async function readBody(request: Request): Promise<Result<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return err(tooLarge);
  if (!request.body) return ok(new ArrayBuffer(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return err(tooLarge);
    }
    chunks.push(part.value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return ok(body.buffer);
}
