import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import { publicationInput } from '../../../domain/postmortem/publication';
import type { Instant } from '../../../domain/shared/time';
import { pageWords } from '../../../domain/status-page/languages/words';
import { postmortemArticle } from '../../../domain/status-page/render/postmortem-html';

/** More than the newest of a page are looked for on the page itself. */
const REPORTS = 20;

/** Status pages to choose from, each with its newest published reports. */
export async function pagesToPublishOn(context: AppLoadContext) {
  const { statusPage, statusReport } = operationsOf(context);
  const pages = await statusPage.list({ limit: 50 });
  if (!pages.ok) return [];
  return Promise.all(
    pages.value.data.map(async ({ id, name, language, timezone }) => {
      const reports = await statusReport.list({ id, limit: REPORTS });
      const shown = reports.ok ? reports.value.data.filter(({ publishedAt }) => publishedAt !== null) : [];
      return { id, name, language, timezone, reports: shown.map((report) => ({ id: report.id, title: report.title })) };
    }),
  );
}

/** As the form was sent, for the operation's schema. */
export const publicationInputOf = (form: FormData) => ({
  pageId: textOf(form, 'pageId'),
  reportId: textOf(form, 'reportId') || null,
  title: textOf(form, 'title'),
  summary: textOf(form, 'summary'),
  body: textOf(form, 'body'),
});

type Page = Awaited<ReturnType<typeof pagesToPublishOn>>[number];

/** What visitors would read, made by what makes the page itself; null: something is missing yet. */
export function previewOf(form: FormData, pages: readonly Page[], now: Instant): string | null {
  const input = publicationInput.safeParse(publicationInputOf(form));
  const page = pages.find(({ id }) => id === textOf(form, 'pageId'));
  if (!input.success || !page) return null;
  const clock = { timezone: page.timezone, words: pageWords(page.language) };
  return postmortemArticle({ ...input.data, publishedAt: now, updatedAt: now }, clock, page.language);
}
