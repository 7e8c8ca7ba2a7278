import type { Context as HonoContext } from 'hono';
import { MOST_ICAL_BYTES } from '../../domain/schedule/ical-import';
import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';
import type { AppEnv } from './app-env';

const tooLarge = failure('too-large', `A calendar may have ${MOST_ICAL_BYTES} bytes at most.`);

/** The text of the body, which must say that it is a calendar: no form of another site can (RELIABILITY B8). */
export async function readCalendarText(c: HonoContext<AppEnv>): Promise<Result<string>> {
  const request = c.req.raw;
  if (!/^text\/calendar\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return err(failure('invalid', 'Send the calendar as text/calendar.'));
  }
  if (Number(request.headers.get('content-length') ?? 0) > MOST_ICAL_BYTES) return err(tooLarge);
  if (!request.body) return ok('');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body.getReader();
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > MOST_ICAL_BYTES) {
        await reader.cancel();
        return err(tooLarge);
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return ok(text + decoder.decode());
  } catch {
    return err(failure('invalid', 'The calendar is not text in UTF-8.'));
  }
}
