import type { News } from './news';

const COLOR: Record<News['tone'], string> = {
  open: 'Attention',
  acknowledged: 'Warning',
  resolved: 'Good',
  quiet: 'Default',
};

type Run = Record<string, unknown>;
const run = (text: string, more: Run = {}): Run => ({ type: 'TextRun', text, ...more });
const rich = (inlines: Run[], more: Run = {}): Run => ({ type: 'RichTextBlock', inlines, ...more });

/**
 * An Adaptive Card in the envelope of a Teams workflow (PROVIDERS: Teams). Runs of rich text, because a TextBlock would
 * read Markdown in what an alert says.
 */
export function renderTeams(news: News): string {
  const facts = news.facts.map(([name, value]) => `${name}: ${value}`).join(' · ');
  const body = [
    rich([run(news.heading, { weight: 'Bolder', color: COLOR[news.tone] })]),
    rich([run(news.title, { weight: 'Bolder', size: 'Medium' })], { spacing: 'Small' }),
    rich([run(news.said)]),
    ...(news.description === '' ? [] : [rich([run(news.description)])]),
    rich([run([facts, news.sender].filter((part) => part !== '').join(' · '), { size: 'Small', isSubtle: true })]),
  ];
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body,
          actions: news.links.map(([title, url]) => ({ type: 'Action.OpenUrl', title, url })),
        },
      },
    ],
  });
}
