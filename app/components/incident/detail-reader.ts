import type { Clock } from '~/lib/clock';
import { listOf } from '~/lib/time';

/** Reads a detail bag of which nothing is certain. */
export function detailReader(detail: Record<string, unknown>, { locale }: Clock) {
  const text = (name: string): string | undefined => {
    const value = detail[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const strings = (name: string): string[] => {
    const value = detail[name];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  };
  return {
    text,
    number: (name: string): number | undefined =>
      typeof detail[name] === 'number' ? (detail[name] as number) : undefined,
    texts: (name: string): string | undefined => strings(name).join('; ') || undefined,
    people: (): string | undefined => (strings('people').length > 0 ? listOf(strings('people'), locale) : undefined),
    nameOf: (name: string): string | undefined => {
      const value = detail[name];
      if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
        return value.name;
      return text(name);
    },
  };
}
