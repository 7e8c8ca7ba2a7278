// One incident from its alert to its end, as a tool and a responder would make it go.
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/** The first mail about an incident to somebody; null when none came in two minutes. */
async function mailTo(mails, incident, who) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const mail = mails.find((one) => one.incident === incident && one.to === `${who}@example.test`);
    if (mail) return mail;
    await sleep(20);
  }
  return null;
}

/**
 * Open, page, perhaps the second step, acknowledge, resolve. Answers what was accepted and when: `{ key, id, openedAt,
 * pages: [{ who, dueAt, at }] }`, `at` null for a page that never came. In `escalates` nobody answers the first page.
 */
export async function live(product, mails, key, escalates) {
  const accepted = await product.send('trigger', key);
  const openedAt = Date.now();
  const id = accepted.body.results?.[0]?.incident?.id;
  if (accepted.status !== 202 || !id) throw new Error(`${key}: ${accepted.status} ${JSON.stringify(accepted.body)}`);
  const pages = [];
  const page = async (who, dueAt) => pages.push({ who, dueAt, at: (await mailTo(mails, id, who))?.at ?? null });
  await page('first', openedAt);
  if (escalates) await page('second', openedAt + product.stepTwoMs);
  const acknowledged = await product.api(`incidents/${id}/acknowledge`, {});
  const resolved = await product.send('resolve', key);
  return { key, id, openedAt, pages, answers: [acknowledged.status, resolved.status] };
}
