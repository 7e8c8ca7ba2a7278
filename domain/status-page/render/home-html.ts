import { DAY } from '../../shared/time';
import type { ComponentState } from '../component';
import { pageWords } from '../languages/words';
import type { AnnouncementType } from '../page';
import { grouped, groupState, type PublicComponent } from '../public';
import { activeWork, affected, type Indicator, indicatorOf, openReports, pastReports, plannedWork } from '../summary';
import { barsHtml } from './bars';
import { CLASS_OF, glyph } from './glyphs';
import { hrefOf, htmlDocument, type StatusDocument, type View } from './layout';
import { reportHtml } from './report-html';
import { type Clock, esc, listText, momentHtml, prose } from './text';

/** The shape and colour of the whole. */
export const STATE_OF: Record<Indicator, ComponentState> = {
  none: 'OPERATIONAL',
  maintenance: 'MAINTENANCE',
  minor: 'DEGRADED',
  major: 'PARTIAL_OUTAGE',
  critical: 'MAJOR_OUTAGE',
};

const ANNOUNCEMENT_CLASS: Record<AnnouncementType, string> = {
  INCIDENT: 'mo',
  MAINTENANCE: 'mt',
  UPDATE: 'ok',
  WARNING: 'dg',
  INFO: 'no',
};

/** History on the first page; the rest has pages of its own. */
const RECENT = 14 * DAY;

const stateHtml = (state: ComponentState, { words }: Clock): string =>
  `<span class="s ${CLASS_OF[state]}">${glyph(state)}${esc(words.states[state])}</span>`;

function componentHtml(component: PublicComponent, clock: Clock): string {
  const { name, description, state } = component;
  return `<div class="r"><div class="h"><h3>${esc(name)}</h3>${stateHtml(state, clock)}</div>${description ? `<p class="m">${esc(description)}</p>` : ''}${barsHtml(component, clock)}</div>`;
}

function componentsHtml({ page }: View, clock: Clock): string {
  const parts = grouped(page.components).map(({ group, members }) =>
    group === null
      ? members.map((component) => componentHtml(component, clock)).join('')
      : `<div class="r"><div class="h"><h3>${esc(group)}</h3>${stateHtml(groupState(members), clock)}</div>${members.map((component) => componentHtml(component, clock)).join('')}</div>`,
  );
  return parts.length === 0 ? '' : section(clock.words.components, parts.join(''));
}

const section = (title: string, html: string): string => `<section><h2>${esc(title)}</h2>${html}</section>`;

/** The page itself: one sentence first, then what is going on, then the parts, then what was. */
export function homeHtml(view: View): StatusDocument {
  const { page, language } = view;
  const words = pageWords(language);
  const clock = { timezone: page.timezone, words };
  const indicator = indicatorOf(page);
  const state = STATE_OF[indicator];
  const names = affected(page).map(({ name }) => name);
  const reports = (list: ReturnType<typeof openReports>) => list.map((one) => reportHtml(view, one, clock)).join('');
  const banner = `<div class="b ${CLASS_OF[state]}">${glyph(state)}<div><h1>${esc(words.sentence[indicator])}</h1>${names.length > 0 ? `<p>${esc(words.affects(listText(names, words)))}</p>` : ''}<p class="m">${esc(words.updated('\u0000')).replace('\u0000', momentHtml(page.updatedAt, clock))}</p></div></div>`;
  const told = page.announcements
    .map(
      ({ type, title, body }) =>
        `<div class="a ${ANNOUNCEMENT_CLASS[type]}"><h3>${esc(`${words.announcements[type]}: ${title}`)}</h3>${prose(body)}</div>`,
    )
    .join('');
  const current = [...openReports(page), ...activeWork(page)];
  const planned = plannedWork(page);
  const past = pastReports(page).filter(
    ({ resolvedAt, updatedAt }) => (resolvedAt ?? updatedAt) > page.madeAt - RECENT,
  );
  const body = [
    banner,
    page.description ? prose(page.description) : '',
    told,
    current.length > 0 ? `<section class="now">${reports(current)}</section>` : '',
    componentsHtml(view, clock),
    planned.length > 0 ? section(words.planned, reports(planned)) : '',
    section(words.past, past.length > 0 ? reports(past) : `<p class="m">${esc(words.nothing)}</p>`),
    `<p><a href="${esc(hrefOf(view, '/history'))}">${esc(words.allHistory)}</a></p>`,
  ].join('');
  const days = page.components.flatMap((component) => component.days.map((day) => day.worst ?? 'OPERATIONAL'));
  const states = new Set<ComponentState>([state, ...page.components.map((component) => component.state)]);
  for (const group of grouped(page.components)) states.add(groupState(group.members));
  if (days.includes('MAINTENANCE')) states.add('MAINTENANCE');
  const title = `${words.sentence[indicator].replace(/[.。]$/, '')} – ${page.name}`;
  return htmlDocument(view, { title, body, path: '', states });
}
