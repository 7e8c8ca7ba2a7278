import type { ReactNode } from 'react';

const ADDRESS = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/;

/** Plain text with its web addresses as links, as a phone or mail program shows it. */
export const linked = (text: string): ReactNode[] =>
  text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <a key={`${index}:${part}`} href={part} rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
