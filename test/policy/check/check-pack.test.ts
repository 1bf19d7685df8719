import { expect, test } from 'vitest';
import { readText } from '../../../src/files/read-text.ts';
import { readVocabulary } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { broken, type Edit, read, SOUND } from '../../support/packs/broken-packs.ts';

test('the sound pack has nothing to be said about it', () => {
  const { data, diagnostics } = read(SOUND);
  expect(diagnostics).toEqual([]);
  expect(data?.warnings).toEqual([]);
});

/** What is broken, how, and what is said about it: its code and a part of the sentence, at a text of the file. */
type Row = readonly [name: string, edits: readonly Edit[], code: string, says: string, at: string];

const TERM = 'again: {means: {earlier_plans: at least 1}';
const ITEMS = 'items: {harm: the harm';

// biome-ignore format: one row a line
const ERRORS: readonly Row[] = [
  ['a term that means itself', [[TERM, 'again: {means: {not: {term: again}}']], 'circular_definition', '(`again` → `again`)', 'again: {means'],
  ['two terms that mean each other', [[TERM, 'again: {means: {term: other}, says: x}\n  other: {means: {term: again}']], 'circular_definition', '(`again` → `other` → `again`)', 'again: {means'],
  ['a question that hangs on its own outcome', [['in_play: {asked_for: yes}', 'in_play: {outcome: further.first}']], 'circular_definition', 'The question `further` is defined through itself', 'further:\n    title'],
  [
    'a question that hangs on its outcome through a term',
    [
      [TERM, 'again: {means: {outcome: further.first}'],
      ['in_play: {asked_for: yes}', 'in_play: {term: again}'],
    ],
    'circular_definition',
    'further',
    'further:\n    title',
  ],
  ['an assumption that leans on an outcome', [['{when: {all: [{earlier_plans: 0}, {ground: old_harm}]}', '{when: {outcome: further.first}']], 'impossible_by_outcome', 'the outcome of `further`', '{outcome: further.first}'],
  ['something asked that is nowhere defined', [['about: ground}', 'about: grund}']], 'unknown_name', 'Did you mean `ground`?', 'grund}'],
  ['a rule to an outcome that is not there', [['outcome: manager', 'outcome: manger']], 'unknown_name', 'Did you mean `manager`?', 'manger'],
  ['an exception that is no rule of the stage', [['except: [new_harm_later]', 'except: [no_plan_before]']], 'unknown_name', 'not another rule of stage `time`', 'no_plan_before]'],
  ['a rule that is its own exception', [['except: [new_harm_later]', 'except: [soon_again]']], 'unknown_name', 'not another rule', 'soon_again]'],
  ['a requirement of no question', [['question: further\n    in: history', 'question: furter\n    in: history']], 'unknown_name', 'Did you mean `further`?', 'furter'],
  ['an indicator of no question', [['question: further\n    when: {all: [{term', 'question: furter\n    when: {all: [{term']], 'unknown_name', 'not a question', 'furter'],
  ['an analysis of no question', [['question: further, who', 'question: furter, who']], 'unknown_name', 'not a question', 'furter'],
  ['a text of analysis that is not there', [['in: history', 'in: histroy']], 'unknown_name', 'Did you mean `history`?', 'histroy'],
  ['analysis that names no text', [['    in: history\n', '']], 'requirement_evidence', 'name with `in`', 'weigh_history'],
  ['a text for what is not analysis', [['kind: analysis', 'kind: record']], 'requirement_evidence', '`in` belongs to analysis only', 'weigh_history'],
  ['content without items', [[`    ${ITEMS}, wishes: the child's wishes}\n`, '']], 'requirement_evidence', 'list under `items`', 'report_covers'],
  ['evidence that hides the items', [[ITEMS, 'evidence: {panel_view: agrees}\n    items: {harm: the harm']], 'requirement_evidence', 'beside `items`', 'report_covers'],
  ['a role that nobody defines', [['[social_worker, team_manager]', '[social_worker, team_manger]']], 'unknown_name', 'Did you mean `team_manager`?', '[social_worker, team_manger]'],
  ['a role of a fact that nobody defines', [['record: yes\n    who: panel_chair', 'record: yes\n    who: panel_char']], 'unknown_name', 'Did you mean `panel_chair`?', 'panel_char\n'],
  ['a deadline from what is no date', [['before: conference_requested', 'before: earlier_plans']], 'due_anchor', 'is of type number', 'earlier_plans}\n  report'],
  ['a deadline from what is not there', [['before: conference_requested', 'before: conference_request']], 'unknown_name', 'Did you mean `conference_requested`?', 'conference_request}'],
  ['a clause that is cited and not listed', [['clauses: [SD-6]', 'clauses: [SD-9]']], 'unknown_name', '`SD-9` is not a listed clause', 'SD-9'],
  ['a clause that is asked under and not listed', [['earlier_plans, clauses: [SD-1]', 'earlier_plans, clauses: [SD-8]']], 'unknown_name', '`SD-8`', 'SD-8'],
  ['one id for a rule and an indicator', [['  short_gap:', '  soon_again:']], 'duplicate_id', 'the id of a rule of `further` already', 'soon_again:\n    question'],
  ['one id for a requirement and an indicator', [['  short_gap:', '  report_covers:']], 'duplicate_id', 'a requirement already', 'report_covers:\n    question: further\n    when: {all'],
  ['a fact of the shared vocabulary', [['asked_for: {type: yes_no', 'earlier_plans: {type: yes_no']], 'fact_redefined', 'does not redefine it', 'earlier_plans: {type'],
  [
    'a requirement with the name of a fact',
    [
      ['  panel_agrees:', '  panel_view:'],
      ['    evidence: {panel_view: agrees}\n', ''],
    ],
    'fact_redefined',
    'Take another id, or name the evidence',
    'panel_view:\n    kind',
  ],
  ['a fact worked out as another type', [['asks: Is a further plan asked for?', 'derive: {count: previous_plans}']], 'derive_type', 'gives number', '{count'],
  ['a fact worked out from what is not there', [['asks: Is a further plan asked for?', 'derive: {recorded: [conference_request]}']], 'unknown_name', 'Did you mean `conference_requested`?', '{recorded'],
  ['a fact worked out from what is no date', [['asks: Is a further plan asked for?', 'derive: {happened: [earlier_plans]}']], 'derive_type', 'a date is needed', '{happened'],
  ['choices that cannot be compared', [['asks: Is a further plan asked for?', 'derive: {differ: [ground, panel_view]}']], 'derive_type', 'cannot be compared', '{differ'],
  ['a question that follows what is not there', [['asks: Is a further plan asked for?', 'asks: Is a further plan asked for?, once: {ground_: risks}']], 'unknown_name', 'Did you mean `ground`?', 'ground_: risks'],
  ['a question that follows what cannot be', [['asks: Is a further plan asked for?', 'asks: Is a further plan asked for?, once: {ground: nonsense}']], 'derive_type', '`ground`', 'ground: nonsense'],
  ['a fact worked out from itself', [['asks: Is a further plan asked for?', 'derive: {differ: [asked_for, asked_for]}']], 'circular_definition', 'worked out from itself', '{differ'],
  ['a category with other options', [['asks: What is the ground?', 'derive: {last_plan: category}']], 'derive_type', 'census codes', '{last_plan: category}'],
  ['more thresholds than can be told apart', [[`{term: again}, {months_since_last_plan: at most 3}`, `{months_since_last_plan: [${Array.from({ length: 16 }, (_, i) => `${2 * i + 1}`).join()}]}`]], 'too_many_regions', 'at most 30', '{months_since_last_plan: [1,'],
];

test.each(ERRORS)('%s is an error at its place', (_, edits, code, says, at) => {
  const text = broken(...edits);
  const { data, diagnostics } = read(text);
  expect(data).toBeUndefined();
  const [first] = diagnostics.filter((d) => d.code === code);
  expect(first?.says).toContain(says);
  expect(first?.severity).toBe('error');
  expect(`${first?.line}`).toBe(`${text.slice(0, text.indexOf(at)).split('\n').length}`);
});

// biome-ignore format: one row a line
const WARNINGS: readonly Row[] = [
  ['an outcome without a rule', [['      usual:', '      nothing: {says: Nothing.}\n      usual:']], 'outcome_without_rule', '`nothing`', 'nothing: {says'],
  ['a clause that nothing accounts for', [[', context: An aim only.', '']], 'clause_unaccounted', 'Clause SD-7', 'SD-7'],
];

test.each(WARNINGS)('%s leaves the pack usable, and is said', (_, edits, code, says, at) => {
  const text = broken(...edits);
  const [first] = read(text).data?.warnings ?? [];
  expect(first?.code).toBe(code);
  expect(first?.says).toContain(says);
  expect(`${first?.line}`).toBe(`${text.slice(0, text.indexOf(at)).split('\n').length}`);
});

test('a clause may be cited and be context as well', () => {
  expect(read(broken(['clauses: [SD-6]', 'clauses: [SD-6, SD-7]'])).diagnostics).toEqual([]);
});

test('a circle that one part of a condition hides is found before it is followed', () => {
  const text = broken([TERM, 'again: {means: {any: [{earlier_plans: 0}, {not: {term: again}}]}']);
  expect(read(text).diagnostics.map((d) => d.code)).toEqual(['circular_definition']);
});

test('the shared vocabulary is held to the same: a fact worked out from what is not there', () => {
  const text = readText('test/policy/packs/facts.yaml').replace('from: last_plan_ended', 'from: last_plan_end');
  const { data, diagnostics } = readVocabulary(readYaml(text));
  expect(data).toBeUndefined();
  expect(diagnostics[0]?.says).toContain('Did you mean `last_plan_ended`?');
});
