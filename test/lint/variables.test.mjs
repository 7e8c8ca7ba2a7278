import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { envFileText, FAULT_VARIABLES, PASSED_VARIABLES } from '../../scripts/start/variables.mjs';
import { CONFIG_VARIABLES } from '../../workers/env';

it('passes on every variable that the Worker reads', () => {
  const known = [...PASSED_VARIABLES, ...FAULT_VARIABLES];
  expect(CONFIG_VARIABLES.filter((name) => !known.includes(name))).toEqual([]);
});

it('shows every variable in .dev.vars.example', () => {
  const example = readFileSync('.dev.vars.example', 'utf8');
  expect(PASSED_VARIABLES.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example))).toEqual([]);
});

it('quotes values so that wrangler reads back what was given', () => {
  expect(envFileText({ A: 'plain', B: "it's", C: 'a$b', D: "`'" })).toBe("A='plain'\nB=`it's`\nC='a\\$b'\nD=\"`'\"\n");
  expect(() => envFileText({ SMTP_PASS: '`\'"' })).toThrow('SMTP_PASS holds every kind of quote');
});
