import * as z from 'zod';

/** Kinds of records in DNS's own numbers (RFC 1035, 3596). */
const TYPES = { A: 1, CNAME: 5, AAAA: 28 } as const;

/** An answer of DNS over HTTPS as JSON (RFC 8427's shape, as public resolvers speak it). */
const dnsAnswer = z.object({
  Status: z.int(),
  Answer: z
    .array(z.object({ name: z.string(), type: z.int(), data: z.string().max(500) }))
    .max(100)
    .default([]),
});

/** Where a name leads: names on the way, and the addresses at its end. */
export type NameTrail = { names: string[]; addresses: string[] };

/** Reads a resolver's answer about a host name; null: it is no answer. A name that there is not leads nowhere. */
export function readDnsAnswer(json: unknown): NameTrail | null {
  const parsed = dnsAnswer.safeParse(json);
  // 0: no error, 3: no such name. The others say nothing of the name.
  if (!parsed.success || (parsed.data.Status !== 0 && parsed.data.Status !== 3)) return null;
  const of = (...types: number[]) => parsed.data.Answer.filter(({ type }) => types.includes(type));
  return {
    names: of(TYPES.CNAME).map(({ data }) => data.replace(/\.$/, '').toLowerCase()),
    addresses: of(TYPES.A, TYPES.AAAA).map(({ data }) => data),
  };
}

/** What a request to the page's own host name found. */
export type HostAnswer =
  | { kind: 'page' }
  | { kind: 'door'; status: number }
  | { kind: 'other'; status: number }
  | { kind: 'none'; why: string };

export type HostCheck = {
  host: string;
  /** Null: it could not be asked; `dnsProblem` says why. */
  trail: NameTrail | null;
  dnsProblem: string | null;
  answer: HostAnswer;
};

/** Names that no public DNS knows, so that nothing can be said of them from here. */
export const isLocalName = (host: string): boolean =>
  /:\d+$/.test(host) || /(^|\.)(localhost|local|test|internal|home\.arpa)$/.test(host);

/** Whether what stands at `/api/v2/status.json` of a host is this page. */
export function isThisPage(json: unknown, pageId: string): boolean {
  const parsed = z.object({ page: z.object({ id: z.string() }) }).safeParse(json);
  return parsed.success && parsed.data.page.id === pageId;
}
