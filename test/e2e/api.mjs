// The product's own HTTP doors, for tests that set a scene or look at what came of it.
import { vi } from 'vitest';

const read = async (answer) => {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`);
  return text ? JSON.parse(text) : null;
};

export function apiOf({ url, apiKey, integrations }) {
  const call = async (method, path, body) =>
    read(
      await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
  const get = (path) => call('GET', path);
  const post = (path, body = {}) => call('POST', path, body);
  return {
    get,
    post,
    change: (path, body) => call('PATCH', path, body),
    remove: (path) => call('DELETE', path),
    /** Declares an incident and answers its number, which it has once the lists know it. */
    async declare(incident) {
      const { id } = await post('/incidents', incident);
      return vi.waitUntil(async () => (await get(`/incidents/${id}`)).number, { timeout: 15_000, interval: 100 });
    },
    /** Sends a body to the demo integration of this type, as the vendor would. */
    async alert(type, body) {
      const address = integrations.find((integration) => integration.type === type)?.url;
      if (!address) throw new Error(`The demo organisation has no ${type} integration`);
      const headers = { 'content-type': 'application/json' };
      return read(await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
  };
}
