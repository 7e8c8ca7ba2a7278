import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what needs it, and ends each line', () => {
  expect(csvOf([['a', 'b,c', 'say "hi"', 'two\nlines', null, 7, -7]])).toBe(
    'a,"b,c","say ""hi""","two\nlines",,7,-7\r\n',
  );
});

it.each(['=1+1', '+49', '-1', '@sum', '\t=1', ' =1', '\r=1'])('makes no formula of %j', (text) => {
  expect(csvOf([[text]]).replace(/^"/, '')[0]).toBe("'");
});
