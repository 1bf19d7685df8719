import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseFile, Decision } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { cpplan, type Ran } from '../../support/program/run.ts';

const READY = 'cases/further-plan/second-plan-ready.yaml';

/** A copy of a worked case, to be written to. */
function copyOf(path: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'cpplan-')), 'case.yaml');
  copyFileSync(path, copy);
  return copy;
}

const decisions = (path: string): Decision[] => (readCase(readFileSync(path, 'utf8')).file as CaseFile).decisions ?? [];

const decide = (path: string, ...args: string[]): Ran => cpplan(['decide', path, ...args]);

const SECOND = [
  '--question',
  'further_plan',
  '--outcome',
  'second_plan',
  '--by',
  'service_manager',
  '--date',
  '2026-11-19',
];
const DEPARTS = [
  '--question',
  'legal_planning',
  '--outcome',
  'seek_legal_advice',
  '--by',
  'head_of_service',
  '--date',
  '2026-11-20',
];

describe('cpplan decide', () => {
  test('records what was decided, with what the procedure asked at the time, and leaves the rest as it was', () => {
    const path = copyOf(READY);
    const { status, out, err } = decide(path, ...SECOND, '--post', 'SM East', '--plain');
    expect(status).toBe(0);
    expect(out).toContain('decided by Service Manager on 19 November 2026; it agrees with what the procedure asks');
    expect(err).toContain('Further plan: Second plan.\nDecided by: Service Manager, SM East, 19 November 2026.');
    expect(out).toContain(cpplan(['screen', path, '--no-input']).out);
    expect(readFileSync(path, 'utf8').startsWith(readFileSync(READY, 'utf8'))).toBe(true);
    expect(decisions(path)).toEqual([
      {
        question: 'further_plan',
        outcome: 'second_plan',
        by: 'service_manager',
        post: 'SM East',
        date: '2026-11-19',
        agrees: true,
        recommended: {
          as_at: '2026-11-20',
          possible: ['second_plan'],
          clauses: ['RP-0.2', 'RP-5.1'],
          pack: expect.stringMatching(/^repeat-plans \d/),
        },
      },
    ]);
  });

  test('records a departure with its code and its reason', () => {
    const path = copyOf(READY);
    decide(path, ...DEPARTS, '--departs', '--reason-code', 'safety', '--reason', 'He was seen at the flat.');
    expect(decisions(path)).toMatchObject([
      { agrees: false, reason_code: 'safety', reason: 'He was seen at the flat.' },
    ]);
  });

  test('adds to the decisions that are there, and rewrites none of them', () => {
    const path = copyOf(READY);
    decide(path, ...SECOND);
    const before = decisions(path);
    decide(path, ...DEPARTS, '--departs', '--reason-code', 'law', '--reason', 'The court asked for it.');
    expect(decisions(path).slice(0, 1)).toEqual(before);
    expect(decisions(path)).toHaveLength(2);
  });

  test('a later change of facts does not rewrite it: the note says what was asked then', () => {
    const path = copyOf(READY);
    decide(path, ...SECOND);
    const [text, lines] = [readFileSync(path, 'utf8'), 'complete: yes\n  plans:\n'];
    writeFileSync(
      path,
      text.replace(lines, `${lines}    - {authority: Exampleshire, began: 2020-01-07, ended: 2020-12-01}\n`),
    );
    const { out } = cpplan(['rationale', path, '--form', 'short']);
    expect(out).toContain(
      'Asked by the procedure on 20 November 2026: Second plan (RP-0.2, RP-5.1). Something else is asked today.',
    );
    expect(cpplan(['check', path, '--show', 'note']).out).toContain('[decision_overtaken,');
  });

  test('asks at a pipe for what was not said', () => {
    const path = copyOf(READY);
    const { status, err } = cpplan(['decide', path, '--plain'], {
      input: '3\n6\n1\nHoS 1\n20/11/2026\n2\n1\nShe is safer so.\n.\n',
    });
    expect(err).toContain('Which decision do you want to record?');
    expect(status, err).toBe(0);
    expect(decisions(path)).toMatchObject([{ question: 'legal_planning' }]);
  });

  test.each([
    ['no question', [], 'Still needed: --question, one of `further_plan`, `challenge` or `legal_planning`.'],
    ['a question of no pack', ['--question', 'further_plans'], 'Did you mean `further_plan`?'],
    [
      'nothing about the decision',
      ['--question', 'further_plan'],
      'Still needed: --outcome, --by, --date, --agrees or --departs.',
    ],
    [
      'an outcome that is not there',
      [...SECOND, '--outcome', 'secnd_plan'],
      '--outcome secnd_plan: this question has no such outcome. Did you mean `second_plan`?',
    ],
    ['a role that is not there', [...SECOND, '--by', 'head_of_servce'], 'Did you mean `head_of_service`?'],
    ['a day that is none', [...SECOND, '--date', '2026-02-30'], '--date 2026-02-30: Write a whole date'],
    ['a day after the assessment', [...SECOND, '--date', '2026-11-21'], 'That is after 2026-11-20'],
    ['a departure without its reason', [...DEPARTS], 'Still needed: --reason-code, --reason.'],
    ['a code that is not there', [...DEPARTS, '--reason-code', 'saftey', '--reason', 'x'], 'Did you mean `safety`?'],
    [
      'an agreement with another outcome',
      [...DEPARTS, '--agrees'],
      'is not what the procedure asks; it asks `not_needed_for_now`',
    ],
    ['a reason for agreeing', [...SECOND, '--reason', 'x'], 'needs no reason'],
    ['both ways at once', [...SECOND, '--agrees', '--departs'], 'cannot both be so'],
  ])('says what is wrong with %s, and writes nothing', (_, args, says) => {
    const path = copyOf(READY);
    const { status, err } = decide(path, ...args);
    expect(err).toContain(says);
    expect(status).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(READY, 'utf8'));
  });
});
