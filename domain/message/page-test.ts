import * as z from 'zod';
import { URGENCIES, type Urgency } from '../incident/incident';
import type { PushNotice } from '../notification/content';

export const pageTestInput = z.object({ urgency: z.enum(URGENCIES) });
export type PageTestInput = z.output<typeof pageTestInput>;

/** "Page me now": a page that says it is a test, sent by the person's own rules. */
export type PageTestContent = { kind: 'page-test'; urgency: Urgency; url: string };

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
