import { useClock } from '~/lib/clock';
import type { SimulatedPage } from '~/lib/paging';
import { clockTime, countOf, dayKey, dayName } from '~/lib/time';
import type { Channel } from '../../../domain/notification/channels';
import { CHANNEL_NAMES } from './sentences';
import { linesOf } from './simulated-lines';
import styles from './simulated-pages.module.css';

const SHOWN = 60;

type Props = { caption: string; pages: readonly SimulatedPage[] };

/** The log as it would be written. */
export function SimulatedPages({ caption, pages }: Props) {
  const clock = useClock();
  const lines = linesOf(pages);
  const shown = lines.slice(0, SHOWN);
  return (
    <>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.gutter}>
              Time
            </th>
            <th scope="col">Who</th>
            <th scope="col" className={styles.channel}>
              By
            </th>
            <th scope="col" className={styles.count}>
              Step
            </th>
            <th scope="col" className={styles.count}>
              Cycle
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, user, userId, channels, step, cycle }, index) => {
            const before = shown[index - 1];
            const isNewDay = before !== undefined && dayKey(before.at, clock) !== dayKey(at, clock);
            return [
              isNewDay ? (
                <tr key={`day ${dayKey(at, clock)}`} className={styles.day}>
                  <th scope="colgroup" colSpan={5}>
                    {dayName(at, clock)}
                  </th>
                </tr>
              ) : null,
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
              <tr key={`${userId} ${index}`}>
                <td className={styles.gutter}>{before?.at === at ? '' : clockTime(at, clock)}</td>
                <th scope="row">
                  {user} <span className={styles.under}>{words(channels)}</span>
                </th>
                <td className={styles.channel}>{words(channels)}</td>
                <td className={styles.count}>{step}</td>
                <td className={styles.count}>{cycle}</td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
      <p className={styles.rest}>
        {countOf(pages.length, clock.locale, 'page', 'pages')} in a day
        {lines.length > SHOWN ? `; the first ${SHOWN} lines are shown` : null}.
      </p>
    </>
  );
}

const words = (channels: readonly Channel[]): string => channels.map((channel) => CHANNEL_NAMES[channel]).join(', ');
