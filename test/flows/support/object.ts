import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

/** Everything an incident's object can do that a test may take away from it. */
export type Workings = {
  env: object;
  sql: SqlStorage;
  current: { state: { timers: Record<string, { kind: string }> } } | null;
  step: (event: { kind: string }, by?: unknown) => unknown;
  store: (result: { effects: { kind: string }[] }, now: number) => void;
  refreshPlanBeforeStep: () => Promise<void>;
  drain: () => Promise<void>;
};

export const incidentStub = (id: string): DurableObjectStub =>
  env.INCIDENT.get(env.INCIDENT.idFromName(id)) as unknown as DurableObjectStub;

/** The inbox of an integration, by its key. */
export const inboxStub = (key: string): DurableObjectStub =>
  env.INBOX.get(env.INBOX.idFromName(key.slice(0, 10))) as unknown as DurableObjectStub;

/** Reaches into an object: what the test does there stays until the object is made anew. */
export const within = <T>(
  stub: DurableObjectStub,
  work: (object: Workings, state: DurableObjectState) => T | Promise<T>,
): Promise<T> => runInDurableObject(stub, (object, state) => work(object as unknown as Workings, state));
