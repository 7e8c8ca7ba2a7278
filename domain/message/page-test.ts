import * as z from 'zod';
import { URGENCIES, type Urgency } from '../incident/incident';
import type { PushNotice } from '../notification/content';

export const pageTestInput = z.object({ urgency: z.enum(URGENCIES) });
export type PageTestInput = z.output<typeof pageTestInput>;

/** "Page me now": a page that says it is a test, sent by the person's own rules. */
export type PageTestContent = { kind: 'page-test'; urgency: Urgency; url: string };

export function pageTestWords({ urgency, url }: PageTestContent, place: string) {
  const what = `Test page, ${urgency.toLowerCase()} urgency`;
  return {
    subject: `${what}: nothing is wrong`,
    before: [`You asked ${place} to page you now, by your own rules. Nothing is wrong.`],
    link: { label: 'I got it', url },
    code: null,
    after: ['Opening the link stops the methods that have not gone out yet.'],
    short: `${what} from ${place}: you asked for it, nothing is wrong. I got it: ${url}`,
    spoken: `This is a test page of ${urgency.toLowerCase()} urgency that you asked for. Nothing is wrong.`,
  };
}

/** A test travels like a page of urgency HIGH and opens what its words lead to. */
export const testPush = (id: string, text: string): PushNotice => ({
  url: /https?:\/\/\S+$/.exec(text)?.[0] ?? '/profile/page-me',
  tag: id,
  topic: id.slice(0, 32),
  urgency: 'high',
  ttlSeconds: 900,
  isPage: true,
  links: null,
  language: 'en',
});
