import { env } from 'cloudflare:workers';

const NAMESPACES = ['INBOX', 'INCIDENT', 'PERSON', 'PHONE', 'LIMITS', 'OUTBOX'] as const;
export type ObjectNamespace = (typeof NAMESPACES)[number];

const namespaceOf = (name: ObjectNamespace) => env[name] as unknown as DurableObjectNamespace;

/** Whom the running test file, or the product for it, has asked for: the ids in each namespace. */
const asked = new Map(NAMESPACES.map((name) => [namespaceOf(name), new Set<string>()]));

// The runtime could list its objects, but from the disk, for each turn of the clock anew, and with those of all earlier
// files, whom to ask is to make them again. Whatever there is was asked for by one of these first.
const namespace = Object.getPrototypeOf(env.INCIDENT) as DurableObjectNamespace;
const get = namespace.get;
namespace.get = function getAndRemember(this: DurableObjectNamespace, id, options) {
  asked.get(this)?.add(String(id));
  return get.call(this, id, options);
};
namespace.getByName = function getAndRememberByName(this: DurableObjectNamespace, name, options) {
  return this.get(this.idFromName(name), options);
};

/** Leaves out of `livingObjects` whatever was there until now. */
export function buryObjects(): void {
  for (const ids of asked.values()) ids.clear();
}

/** Leaves out one that is done with, since every turn of the clock asks all that are left. */
export const buryObject = (name: ObjectNamespace, id: string): void => {
  asked.get(namespaceOf(name))?.delete(String(namespaceOf(name).idFromName(id)));
};

/** The objects of this class that the running test file has to do with. */
export function livingObjects(name: ObjectNamespace): DurableObjectStub[] {
  const all = namespaceOf(name);
  return [...(asked.get(all) ?? [])].map((id) => get.call(all, all.idFromString(id)));
}
