import { at, isFields } from './fields';

/** Follows "a.b.0.c"; a name that holds dots itself is tried first. Own properties only. */
export function valueAtPath(value: unknown, path: string): unknown {
  const whole = at(value, path);
  if (whole !== undefined) return whole;
  let here = value;
  for (const part of path.split('.')) {
    if (Array.isArray(here)) here = /^\d{1,6}$/.test(part) ? here[Number(part)] : undefined;
    else if (isFields(here)) here = at(here, part);
    else return undefined;
  }
  return here;
}
