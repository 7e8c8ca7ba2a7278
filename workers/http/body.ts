import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';
import { readBody } from './raw-body';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

const notJson = (message: string): Result<never> => err(failure('invalid', message));

/**
 * The JSON of a request's body, at most `MAX_BODY_BYTES` long; an empty body counts as `{}`, for verbs that need none.
 * Only JSON by its media type too: a form of another site cannot send that (RELIABILITY B8). Failures: too-large, invalid.
 */
export async function readJson(request: Request): Promise<Result<unknown>> {
  const body = await readBody(request);
  if (!body.ok) return body;
  if (body.value.byteLength === 0) return ok({});
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return notJson('Send the body as application/json.');
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.value)));
  } catch {
    return notJson('The body is not JSON in UTF-8.');
  }
}
