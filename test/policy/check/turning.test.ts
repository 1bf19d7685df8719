import { expect, test } from 'vitest';
import { broken, type Edit, read } from '../../support/packs/broken-packs.ts';

// A fact or a deadline that rests on the next meeting means something else once that meeting is past.

const NEXT = 'next_panel: {type: date, label: the next panel, derive: {meeting: panel, pick: next, field: date}}';
const FIRST = NEXT.replace('pick: next', 'pick: first, after: conference_requested');
const withFacts = (...facts: readonly string[]): Edit => [
  'facts:\n',
  `facts:\n${facts.map((f) => `  ${f}\n`).join('')}`,
];
const MEETINGS: Edit = ['roles:\n', 'meetings: {panel: Panel}\nroles:\n'];
const days = (more = ''): string =>
  `wait: {type: number, unit: days, label: the wait${more}, derive: {days: {from: conference_requested, to: [next_panel]}}}`;
const due = (to: string): Edit => ['due: {before: conference_requested}', `due: ${to}`];

test.each([
  ['a length to the next meeting', [withFacts(NEXT, days())], ['turns_by_itself']],
  ['the same where it is meant', [withFacts(NEXT, days(', turns: yes'))], []],
  ['a length to the meeting that was next at the time', [withFacts(FIRST, days())], []],
  ['a length to the day', [withFacts(NEXT, days().replace('[next_panel]', '[]'))], []],
  [
    'whether a meeting is planned',
    [withFacts(NEXT, 'planned: {type: yes_no, label: planned, derive: {recorded: [next_panel]}}')],
    [],
  ],
  ['a deadline before the next meeting', [withFacts(NEXT), due('{before: next_panel}')], ['turns_by_itself']],
  [
    'the same where it recurs',
    [withFacts(NEXT), due('{before: next_panel, every: yes}'), ['    evidence: {panel_view: agrees}\n', '']],
    [],
  ],
  ['a deadline before the meeting that was next at the time', [withFacts(FIRST), due('{before: next_panel}')], []],
] satisfies readonly (readonly [string, readonly Edit[], readonly string[]])[])('%s', (_, edits, codes) => {
  const { data, diagnostics } = read(broken(MEETINGS, ...edits));
  expect(data).toBeDefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});
