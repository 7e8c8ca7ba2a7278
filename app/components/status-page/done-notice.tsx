import { Notice, NoticeRegion } from '~/ui/notice';

type Props = { done: string; words: Record<string, string>; again?: string | number };

/** What was just done, by the word in the address; `again` is another one each time the same is done. */
export function DoneNotice({ done, words, again = '' }: Props) {
  return (
    <NoticeRegion>
      {words[done] ? (
        <Notice glyph="check" key={`${done} ${again}`}>
          <p>{words[done]}</p>
        </Notice>
      ) : null}
    </NoticeRegion>
  );
}
