import { afterAll, beforeAll, expect } from 'vitest';
import { startReceiver } from './receiver.mjs';
import { test } from './test.mjs';

// A visitor whose endpoint or channel hears of a page: asked first, chosen anew, and left.

let receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver?.stop());

/** The link to this below the page's address, in JSON of ours or in a message of Slack's. */
const linkIn = (body, purpose) => new RegExp(`http[^"|<>\\\\]+/${purpose}/[^"|<>\\\\]+`).exec(body)?.[0] ?? '';

const WAYS = [
  { way: 'Webhook', path: '/in', look: { size: 'phone', javaScriptEnabled: false } },
  { way: 'Slack', path: '/services/T1/B1/abc', look: { size: 'desktop', scheme: 'dark' } },
];

for (const { way, path, look } of WAYS) {
  test(`a visitor subscribes by ${way}, confirms there, chooses another component and leaves`, async ({
    api,
    open,
  }) => {
    const slug = `quay-${way.toLowerCase()}-${Date.now()}`;
    const page = await api.post('/status-pages', {
      name: `Quay ${slug}`,
      slug,
      components: [{ name: 'Tickets' }, { name: 'Ferries' }],
    });
    const [tickets, ferries] = page.components.map(({ id }) => id);
    const report = (title, componentId) =>
      api.post(`/status-pages/${page.id}/reports`, {
        title: `${title} ${slug}`,
        body: 'We look.',
        components: [{ componentId, state: 'DEGRADED' }],
      });

    const visitor = await open({ as: 'nobody', ...look });
    await visitor.goto(`/status/${slug}`);
    await visitor.getByRole('link', { name: 'Get updates' }).click();
    await visitor.getByRole('link', { name: way, exact: true }).click();
    await visitor.getByLabel('Address').fill(`${receiver.url}${path}`);
    await visitor.getByLabel('Tickets').check();
    await visitor.getByRole('button', { name: 'Subscribe' }).click();
    await visitor.getByRole('heading', { name: 'We have asked the address' }).waitFor();

    await visitor.goto(linkIn(await receiver.next(`/status/${slug}/confirm/`), 'confirm'));
    await visitor.getByRole('button', { name: 'Confirm the subscription' }).click();
    await visitor.getByRole('heading', { name: 'You are subscribed.' }).waitFor();
    expect(await visitor.getByText(/^whsec_/).count()).toBe(way === 'Webhook' ? 1 : 0);

    await report('No cards', tickets);
    await visitor.goto(linkIn(await receiver.next(`No cards ${slug}`), 'manage'));
    expect(await visitor.getByLabel('Tickets').isChecked()).toBe(true);
    await visitor.getByLabel('Tickets').uncheck();
    await visitor.getByLabel('Ferries').check();
    await visitor.getByRole('button', { name: 'Save the choice' }).click();
    await visitor.getByText('Your choice is saved.').waitFor();

    await report('Unheard', tickets);
    await report('Late boats', ferries);
    await receiver.next(`Late boats ${slug}`);
    // Written before it, and told to nobody.
    expect(receiver.bodies.filter((body) => body.includes(`Unheard ${slug}`))).toEqual([]);

    await visitor.getByRole('button', { name: 'Unsubscribe' }).click();
    await visitor.getByRole('heading', { name: 'You get no further messages about this page.' }).waitFor();
    expect((await api.get(`/status-pages/${page.id}/subscribers`)).data).toEqual([]);
  });
}
