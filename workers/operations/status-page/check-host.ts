import { findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import { readJson } from '../../../domain/ingest/json';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { SECOND } from '../../../domain/shared/time';
import {
  type HostAnswer,
  type HostCheck,
  isLocalName,
  isThisPage,
  type NameTrail,
  readDnsAnswer,
} from '../../../domain/status-page/dns';
import { readWebhookTarget } from '../../../domain/webhook/target';
import { readStart } from '../../access/read-start';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';

const RESOLVER = 'https://cloudflare-dns.com/dns-query';
const TIMEOUT_MS = 5 * SECOND;
const MOST_BYTES = 65_536;

/**
 * Whether a page is reached under the host name that is stored with it: what public DNS says of the name, and whether
 * this page answers there. Nothing is stored. Failures: forbidden, not-found, invalid (the page has no host name).
 */
export async function checkHost(context: Context, { id }: IdInput): Promise<Result<HostCheck>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  if (!page.host) return err(invalidField('host', 'Give the page a host name and save it first'));
  const [dns, answer] = await Promise.all([askDns(page.host), askPage(context, page.host, page.id)]);
  return ok({ host: page.host, ...dns, answer });
}

async function askDns(host: string): Promise<Pick<HostCheck, 'trail' | 'dnsProblem'>> {
  if (isLocalName(host)) return { trail: null, dnsProblem: 'The name is a local one, which public DNS does not know.' };
  const trails = await Promise.all(['A', 'AAAA'].map((type) => resolve(host, type)));
  const known = trails.filter((trail) => trail !== null);
  if (known.length === 0) return { trail: null, dnsProblem: 'Public DNS could not be asked from here.' };
  const all = (part: keyof NameTrail) => [...new Set(known.flatMap((trail) => trail[part]))];
  return { trail: { names: all('names'), addresses: all('addresses') }, dnsProblem: null };
}

async function resolve(host: string, type: string): Promise<NameTrail | null> {
  try {
    const answer = await fetch(`${RESOLVER}?${new URLSearchParams({ name: host, type })}`, {
      headers: { accept: 'application/dns-json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok ? readDnsAnswer(await shortJson(answer)) : null;
  } catch {
    return null;
  }
}

async function askPage({ config }: Context, host: string, pageId: string): Promise<HostAnswer> {
  const url = `${new URL(config.appUrl).protocol}//${host}/api/v2/status.json`;
  const target = readWebhookTarget(url, config.allowLoopbackWebhooks);
  if (!target.ok) return { kind: 'none', why: 'It could not be opened from here: only a public name by https can.' };
  try {
    const answer = await fetch(target.value, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.ok && isThisPage(await shortJson(answer), pageId)) return { kind: 'page' };
    if (answer.status === 401) return { kind: 'door', status: answer.status };
    return { kind: 'other', status: answer.status };
  } catch {
    return { kind: 'none', why: 'Nothing answered there within five seconds.' };
  }
}

/** The JSON of a short answer; null for any other. */
async function shortJson(answer: Response): Promise<unknown> {
  const read = readJson(await readStart(answer, MOST_BYTES));
  return read.ok ? read.value : null;
}
