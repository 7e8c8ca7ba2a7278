import { describe, expect, it } from 'vitest';
import { DAY, toIso } from '../shared/time';
import { type IcalImport, importCalendar } from './ical-import';
import { personOf } from './ical-people';
import { instantOf } from './schedule';

const FROM = instantOf('2024-03-01T00:00:00Z');
const window = { start: FROM, end: FROM + 366 * DAY, zone: 'Europe/Berlin' };
const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:S', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const read = (text: string, change: Partial<typeof window> = {}): IcalImport => {
  const result = importCalendar(text, { ...window, ...change });
  if (typeof result === 'string') throw new Error(result);
  return result;
};
const times = (...lines: string[]) =>
  read(calendar(lines)).occurrences.map(({ start, end }) => `${toIso(start).slice(0, 16)}/${toIso(end).slice(0, 16)}`);
const starts = (...lines: string[]) => times(...lines).map((text) => text.slice(0, 16));
const failure = (text: string) => importCalendar(text, window);

describe('times of an imported calendar', () => {
  it.each([
    ['UTC', ['DTSTART:20240401T090000Z', 'DTEND:20240401T100000Z'], '2024-04-01T09:00/2024-04-01T10:00'],
    [
      'a named zone',
      ['DTSTART;TZID=America/New_York:20240401T090000', 'DURATION:PT90M'],
      '2024-04-01T13:00/2024-04-01T14:30',
    ],
    [
      'no zone: that of the schedule',
      ['DTSTART:20240401T090000', 'DURATION:PT1H'],
      '2024-04-01T07:00/2024-04-01T08:00',
    ],
    ['whole days', ['DTSTART;VALUE=DATE:20240330', 'DTEND;VALUE=DATE:20240401'], '2024-03-29T23:00/2024-03-31T22:00'],
    ['one day', ['DTSTART;VALUE=DATE:20240401'], '2024-03-31T22:00/2024-04-01T22:00'],
    [
      'a zone of Windows',
      ['DTSTART;TZID="W. Europe Standard Time":20240401T090000', 'DURATION:P1D'],
      '2024-04-01T07:00/2024-04-02T07:00',
    ],
    [
      'a zone behind a prefix',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20240401T090000', 'DURATION:P1W'],
      '2024-04-01T00:00/2024-04-08T00:00',
    ],
    [
      'a time that does not exist (R3)',
      ['DTSTART;TZID=Europe/Berlin:20240331T023000', 'DURATION:PT1H'],
      '2024-03-31T01:30/2024-03-31T02:30',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(times(...lines)).toEqual([expected]);
  });

  it('are looked up in the calendar itself: X-WR-TIMEZONE, X-LIC-LOCATION', () => {
    const text = calendar(
      ['DTSTART:20240401T090000', 'DURATION:PT1H'],
      ['DTSTART;TZID=Mine:20240401T090000', 'DURATION:PT1H'],
    );
    const zones =
      'X-WR-TIMEZONE:Asia/Tokyo\r\nBEGIN:VTIMEZONE\r\nTZID:Mine\r\nX-LIC-LOCATION:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n';
    const { occurrences } = read(text.replace('BEGIN:VEVENT', `${zones}BEGIN:VEVENT`));
    expect(occurrences.map(({ start }) => toIso(start).slice(11, 16))).toEqual(['00:00', '03:30']);
  });

  it('outside of the window are left out', () => {
    expect(starts('DTSTART:20240229T230000Z', 'DTEND:20240301T000000Z')).toEqual([]);
    expect(starts('DTSTART:20240229T230000Z', 'DTEND:20240301T000100Z')).toEqual(['2024-02-29T23:00']);
    expect(starts('DTSTART:20250302T000000Z', 'DURATION:PT1H')).toEqual([]);
  });
});

describe('rules of an imported calendar', () => {
  const at = ['DTSTART;TZID=Europe/Berlin:20240325T090000', 'DURATION:PT1H'];
  it.each([
    [
      'weeks keep the wall clock over a clock change',
      ['RRULE:FREQ=WEEKLY;COUNT=2'],
      ['2024-03-25T08:00', '2024-04-01T07:00'],
    ],
    [
      'several days of a week',
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO;COUNT=4'],
      ['2024-03-25T08:00', '2024-03-29T08:00', '2024-04-08T07:00', '2024-04-12T07:00'],
    ],
    [
      'UNTIL includes its day',
      ['RRULE:FREQ=DAILY;UNTIL=20240327'],
      ['2024-03-25T08:00', '2024-03-26T08:00', '2024-03-27T08:00'],
    ],
    ['UNTIL as an instant', ['RRULE:FREQ=DAILY;UNTIL=20240326T075959Z'], ['2024-03-25T08:00']],
    [
      'the last Monday of a month',
      ['RRULE:FREQ=MONTHLY;BYDAY=-1MO;COUNT=3'],
      ['2024-03-25T08:00', '2024-04-29T07:00', '2024-05-27T07:00'],
    ],
    [
      'COUNT counts the start, also where the rule does not',
      ['RRULE:FREQ=DAILY;BYDAY=TU;COUNT=2'],
      ['2024-03-25T08:00', '2024-03-26T08:00'],
    ],
    ['a year', ['RRULE:FREQ=YEARLY;UNTIL=20260101'], ['2024-03-25T08:00']],
    [
      'EXDATE and RDATE',
      [
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;TZID=Europe/Berlin:20240326T090000',
        'RDATE;TZID=Europe/Berlin:20240501T120000',
      ],
      ['2024-03-25T08:00', '2024-03-27T08:00', '2024-05-01T10:00'],
    ],
  ])('%s', (_what, lines, expected) => {
    expect(starts(...at, ...lines)).toEqual(expected);
  });

  it('leave out the 31st where there is none', () => {
    expect(starts('DTSTART:20240331T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;COUNT=3')).toEqual([
      '2024-03-31T09:00',
      '2024-05-31T09:00',
      '2024-07-31T09:00',
    ]);
  });

  it('give way to an event that stands for one of theirs', () => {
    const text = calendar(
      ['DTSTART:20240401T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'],
      ['RECURRENCE-ID:20240402T090000Z', 'DTSTART:20240402T150000Z', 'DURATION:PT1H'],
      ['RECURRENCE-ID:20240403T090000Z', 'DTSTART:20240403T090000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'],
    );
    expect(read(text).occurrences.map(({ start }) => toIso(start).slice(0, 16))).toEqual([
      '2024-04-01T09:00',
      '2024-04-02T15:00',
    ]);
  });

  it('without end are taken up to the end of the window, however long ago they began', () => {
    const lines = ['DTSTART:19010101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'];
    const { occurrences, endless } = read(calendar(lines));
    expect(occurrences).toHaveLength(52);
    expect(endless).toEqual(['S']);
  });

  it.each([
    ['RRULE:FREQ=SECONDLY', 'it repeats SECONDLY, which is not supported'],
    ['RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', 'its rule has BYSETPOS, which is not supported'],
    ['RRULE:FREQ=DAILY;INTERVAL=0', 'its rule is malformed'],
    ['RRULE:FREQ=DAILY;COUNT=-1', 'its rule is malformed'],
    ['RRULE:', 'it repeats by no frequency, which is not supported'],
    ['RRULE:FREQ=DAILY;UNTIL=tomorrow', 'its rule is malformed'],
    ['EXRULE:FREQ=DAILY', 'it has an EXRULE, which is not supported'],
    ['RDATE:nonsense', 'its dates are malformed'],
  ])('that are not understood leave their event out, with the reason: %s', (line, reason) => {
    const { occurrences, skipped } = read(calendar([...at, line]));
    expect({ occurrences, skipped }).toEqual({ occurrences: [], skipped: [{ uid: 'u', summary: 'S', reason }] });
  });
});

describe('a calendar that cannot be taken', () => {
  it.each([
    ['nothing', ''],
    ['other text', 'hello\nworld'],
    ['a calendar cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
    ['another thing', 'BEGIN:VCARD\r\nEND:VCARD'],
    ['lines without end', '\n '.repeat(10_000)],
  ])('%s', (_what, text) => {
    expect(failure(text)).toBe('This is no iCalendar file');
  });

  it('for an unknown zone, which it names', () => {
    const text = calendar(['DTSTART;TZID=Mars/Olympus:20240401T090000', 'DURATION:PT1H']);
    expect(failure(text)).toBe(
      'The time zone “Mars/Olympus” of this calendar is not known; use IANA names such as Europe/Berlin',
    );
    expect(failure(calendar(['DTSTART:20240401T090000Z', 'DURATION:PT1H', 'EXDATE;TZID=X:20240401T090000']))).toContain(
      '“X”',
    );
  });

  it.each([
    ['events', calendar(...Array.from({ length: 5001 }, () => ['DTSTART:20240401T090000Z'])), 'more than 5000 events'],
    [
      'repetitions',
      calendar(...Array.from({ length: 2 }, () => ['DTSTART:20240401T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'])),
      'more than 500 events',
    ],
    ['parts', `BEGIN:VCALENDAR\n${'BEGIN:VTODO\nEND:VTODO\n'.repeat(20_001)}END:VCALENDAR`, 'too many parts'],
    ['depth', `BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(50)}`, 'too many parts'],
    [
      'rules that give nothing',
      calendar(
        ...Array.from({ length: 300 }, () => [
          'DTSTART:20000101T090000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;COUNT=9',
        ]),
      ),
      'repeat too often',
    ],
  ])('for too many %s', (_what, text, message) => {
    expect(failure(text)).toContain(message);
  });
});

describe('what real calendars do', () => {
  it('is taken: BOM, LF, folded lines, alarms, lower case, attachments, escaped summaries', () => {
    const text = `\ufeffbegin:vcalendar\nBEGIN:VEVENT\nUID:a\nSUMMARY:Ana\\, on\n  call\\nnow\nATTACH;ENCODING=BASE64:${'A'.repeat(50_000)}\nDTSTART:2024\n 0401T090000Z\nDURATION:PT1H\nATTENDEE;CN="A: B";RSVP=TRUE:mailto:Ana@Example.test\nBEGIN:VALARM\nDTSTART:19990101T000000Z\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT\nend:vcalendar\n`;
    expect(read(text).occurrences).toEqual([
      {
        uid: 'a',
        summary: 'Ana, on call now',
        emails: ['ana@example.test'],
        start: instantOf('2024-04-01T09:00:00Z'),
        end: instantOf('2024-04-01T10:00:00Z'),
      },
    ]);
  });

  it('leaves out what has no start or length, with the reason', () => {
    const text = calendar(
      ['DTEND:20240401T090000Z'],
      ['DTSTART:20240401T090000Z'],
      ['DTSTART:20240230T090000Z', 'DURATION:PT1H'],
      ['DTSTART:20240401T090000Z', 'DTEND:20240401T080000Z'],
    );
    expect(read(text).skipped.map(({ reason }) => reason)).toEqual([
      'it has no start',
      'it has no length',
      'it has no start',
      'it has no length',
    ]);
  });
});

describe('whom an event names', () => {
  const people = [
    { id: 'ana', name: 'Ana Ruiz', email: 'ana@example.test' },
    { id: 'bo', name: 'Bo', email: 'bo@example.test' },
  ];
  const who = (summary: string, emails: string[] = []) =>
    personOf({ uid: 'u', summary, emails, start: 0, end: 1 }, people);

  it('is the one attendee, else the one name or address in the summary', () => {
    expect(who('Bo', ['ana@example.test'])).toBe('ana');
    expect(who('On call: ana ruiz (primary)')).toBe('ana');
    expect(who('bo@example.test.')).toBe('bo');
  });

  it('is nobody when it is unclear', () => {
    expect(who('Bob and Ana')).toBeNull();
    expect(who('Bo / Ana Ruiz')).toBeNull();
    expect(who('', ['ana@example.test', 'bo@example.test'])).toBeNull();
  });
});
