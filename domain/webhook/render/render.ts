import type { WebhookEvent } from '../event';
import type { WebhookFormat } from '../webhook';
import { renderDiscord } from './discord';
import { renderGoogleChat } from './google-chat';
import { newsOf } from './news';
import { renderSlack } from './slack';
import { renderStandard } from './standard';
import { renderTeams } from './teams';
import { renderTelegram } from './telegram';

/** The address to post to and the JSON to post, below 20 KB. The same event gives the same bytes each time. */
export function renderWebhook(
  format: WebhookFormat,
  event: WebhookEvent,
  address: string,
): { url: string; body: string } {
  switch (format) {
    case 'standard':
      return { url: address, body: renderStandard(event) };
    case 'slack':
      return { url: address, body: renderSlack(newsOf(event)) };
    case 'teams':
      return { url: address, body: renderTeams(newsOf(event)) };
    case 'discord':
      return { url: address, body: renderDiscord(newsOf(event)) };
    case 'google-chat':
      return { url: address, body: renderGoogleChat(newsOf(event)) };
    case 'telegram': {
      const url = new URL(address);
      const chat = url.searchParams.get('chat_id') ?? '';
      url.searchParams.delete('chat_id');
      return { url: url.href, body: renderTelegram(newsOf(event), chat) };
    }
  }
}
