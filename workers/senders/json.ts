import type * as z from 'zod';

/** The body as `schema` reads it; null when it is not JSON or of another shape, as from a proxy in between. */
export function readJson<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
