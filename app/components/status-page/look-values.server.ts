import { textOf } from '~/lib/form';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { logoOf } from '../../../domain/status-page/logo';
import type { PageLook } from '../../../domain/status-page/page';

const LOGOS = ['logo', 'logoDark'] as const;

/** Larger files are not even read. */
const MOST_BYTES = 1_000_000;

/**
 * What was typed and chosen of a look, as the operation's schema takes it. A logo that was neither chosen anew nor
 * taken away is left out, and stays. Failure: invalid, on the file.
 */
export async function lookInputOf(form: FormData): Promise<Result<Partial<PageLook>>> {
  const look: Partial<PageLook> = {
    accent: textOf(form, 'accent'),
    customCss: textOf(form, 'customCss'),
    supportUrl: textOf(form, 'supportUrl') || null,
  };
  for (const name of LOGOS) {
    const file = form.get(name);
    if (file instanceof File && file.size > 0) {
      const tooLarge = { ok: false as const, error: 'A logo has 64 KB at most' };
      const read = file.size > MOST_BYTES ? tooLarge : logoOf(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) {
        const message = `${read.error}.`;
        return err(failure('invalid', message, { fields: [{ path: `look/${name}`, message }] }));
      }
      look[name] = read.value;
    } else if (form.has(`${name}-none`)) look[name] = null;
  }
  return ok(look);
}
