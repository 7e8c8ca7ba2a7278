import { listDurableObjectIds } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

const NAMESPACES = ['INBOX', 'INCIDENT', 'PERSON'] as const;
export type ObjectNamespace = (typeof NAMESPACES)[number];

const buried = new Set<string>();
const namespaceOf = (name: ObjectNamespace) => env[name] as unknown as DurableObjectNamespace;

/**
 * Leaves out of `livingObjects` whatever was there until now. The runtime goes on listing objects whose storage was
 * deleted, and to ask one is to make it again: a file late in a run would ask the hundreds of all the files before it
 * at every turn.
 */
export async function buryObjects(): Promise<void> {
  for (const name of NAMESPACES) for (const id of await listDurableObjectIds(namespaceOf(name))) buried.add(String(id));
}

/** The objects of this class that the running test file has made. */
export async function livingObjects(name: ObjectNamespace): Promise<DurableObjectStub[]> {
  const namespace = namespaceOf(name);
  const ids = await listDurableObjectIds(namespace);
  return ids.filter((id) => !buried.has(String(id))).map((id) => namespace.get(id));
}
