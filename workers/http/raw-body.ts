import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';

/** The most an alert may weigh (INTERFACES, HTTP). */
export const MAX_BODY_BYTES = 512 * 1024;

/** As senders write it; "x-gzip" is its older name. */
const COMPRESSED: Readonly<Record<string, 'gzip' | 'deflate'>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate' };

const tooLarge = failure('too-large', `The body may have ${MAX_BODY_BYTES} bytes at most.`);

const isTooLong = (request: Request): boolean => Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES;

/** Reads a body up to the limit, and stops there: what comes after is never held in memory (RELIABILITY B1). */
export async function readBody(request: Request): Promise<Result<ArrayBuffer>> {
  if (isTooLong(request)) return err(tooLarge);
  return request.body ? readStream(request.body) : ok(new ArrayBuffer(0));
}

/**
 * Reads an alert's body, unpacked where its sender packed it with gzip or deflate; the limit is that of what comes out.
 * No vendor packs what it signs.
 */
export async function readAlertBody(request: Request): Promise<Result<ArrayBuffer>> {
  const encoding = (request.headers.get('content-encoding') ?? '').trim().toLowerCase();
  if (!request.body || encoding === '' || encoding === 'identity') return readBody(request);
  const format = Object.hasOwn(COMPRESSED, encoding) ? COMPRESSED[encoding] : undefined;
  if (format === undefined) return err(failure('invalid', 'Content-Encoding may be gzip, deflate or identity.'));
  if (isTooLong(request)) return err(tooLarge);
  try {
    return await readStream(request.body.pipeThrough(new DecompressionStream(format)));
  } catch {
    return err(failure('invalid', `The body is not ${format}, as its Content-Encoding says.`));
  }
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Result<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
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
