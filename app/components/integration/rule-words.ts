import { DAY_WORDS, OP_WORDS, type Rule } from './rule-values';

export const OUTCOME_WORDS: Record<Rule['outcome'], string> = {
  page: 'pages',
  suppress: 'opens suppressed, pages nobody',
  record: 'only recorded',
  drop: 'dropped',
};

function conditionText(condition: Rule['conditions'][number]): string {
  if (condition.op === 'within') {
    const { from, to, zone, days, not } = condition;
    const on = days ? `${days.map((day) => DAY_WORDS[day - 1]).join(', ')} ` : '';
    return `${not ? 'outside' : 'within'} ${on}${from}–${to} ${zone}`;
  }
  const word = OP_WORDS.find(([op]) => op === condition.op)?.[1] ?? condition.op;
  const value = 'value' in condition ? ` “${condition.value}”` : '';
  return `${condition.not ? 'not: ' : ''}${condition.field} ${word}${value}`;
}

/** When a rule holds, in one line. */
export const whenText = ({ conditions, match }: Rule): string =>
  conditions.length === 0
    ? 'for every alert'
    : `when ${conditions.map(conditionText).join(match === 'all' ? ' and ' : ' or ')}`;
