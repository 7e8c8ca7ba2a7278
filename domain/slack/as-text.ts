import type { SlackBlock } from '../notification/content';

/** Slack's markup as a person sees it: links by their label and address, entities as characters, dates by their words. */
const shown = (text: string): string =>
  text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '$2 ($1)')
    .replace(/<(https?:[^|>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const blockText = (block: SlackBlock): string => {
  switch (block.type) {
    case 'section':
      return shown(block.text.text);
    case 'context':
      return block.elements.map(({ text }) => shown(text)).join('  ');
    case 'actions':
      return block.elements
        .map((button) => `[${button.text.text}]${'url' in button ? ` ${button.url}` : ''}`)
        .join(' ');
  }
};

/** A message with blocks in plain words, buttons in brackets: what the local outbox shows. */
export const slackAsText = ({ text, blocks }: { text: string; blocks?: readonly SlackBlock[] | undefined }): string =>
  blocks && blocks.length > 0 ? blocks.map(blockText).join('\n') : shown(text);
