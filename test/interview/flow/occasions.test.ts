import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { isNotLookedAt } from '../../../src/assess/case/looked-at.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { agenda } from '../../../src/interview/agenda/agenda.ts';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { catalogue } from '../../../src/interview/agenda/catalogue.ts';
import { changeOccasions, occasionOptions } from '../../../src/interview/ask/occasions.ts';
import { brief } from '../../../src/report/case/brief.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { titles } from '../../../src/report/words/titles.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { policies } from '../../support/packs/policies.ts';
import { fileFrom, hold, sceneFor } from '../kit.ts';
import { chance } from '../matter.ts';
import { worker } from '../worker.ts';

const AUTHORITIES = ['buckinghamshire', 'leicester', 'stoke-on-trent'];
const WIDE = plainStyle();

const named = (authority: string, rest = ''): CaseFile =>
  fileFrom(`version: 1\ncase: EX-0970\nauthority: ${authority}\n${rest}`);

/** Keys of what is still to be asked. */
function asked(file: CaseFile, asAt = '2026-11-22'): string[] {
  const book = policies.bookFor(file);
  return agenda(catalogue(book), look(file, book, asAt), new Set()).map(({ key }) => key);
}

const occasionsFor = (file: CaseFile): string[] => occasionOptions(policies.bookFor(file)).map(({ value }) => value);

function briefOf(file: CaseFile, asAt: string): string {
  const book = policies.bookFor(file);
  const assessment = assess(file, book, asAt);
  return brief({ assessment, title: titles(book.vocabulary.vocabulary.roles), problems: [], path: 'case.yaml' }, WIDE);
}

/** Some occasions of a case, by chance. */
function some(file: CaseFile, random: () => number): string[] {
  const all = occasionsFor(file);
  return [all[Math.floor(random() * all.length)] as string, ...all.filter(() => random() < 0.2)];
}

describe('every question for decision', () => {
  it('of a shipped pack belongs to an occasion', () => {
    const without = policies
      .names()
      .flatMap((name) => Object.values(policies.pack(name).pack.questions))
      .filter(({ occasion }) => occasion === undefined);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('can be reached from what is happening, and no occasion leads nowhere', () => {
    for (const authority of AUTHORITIES) {
      const all = occasionsFor(named(authority));
      for (const occasion of all) expect(asked(named(authority, `occasions: [${occasion}]`)), occasion).not.toEqual([]);
      expect(all).toContain('removal');
    }
  });
});

describe('what is happening narrows what is asked', () => {
  it.each(AUTHORITIES)('to fewer questions in %s', (authority) => {
    const everything = asked(named(authority)).length;
    for (const occasion of occasionsFor(named(authority)).filter((one) => one !== 'not_sure'))
      expect(asked(named(authority, `occasions: [${occasion}]`)).length).toBeLessThan(everything);
  });

  it('not at all for somebody who is not sure: the facts that tell come first', () => {
    const [open, unsure] = [asked(named('stoke-on-trent')), asked(named('stoke-on-trent', 'occasions: [not_sure]'))];
    expect([...unsure].sort()).toEqual([...open].sort());
    expect(unsure.slice(0, 16)).toEqual(expect.arrayContaining(['current_plan', 'conference_requested', 'move']));
    expect(unsure.slice(0, 3)).toContain('removal');
  });

  it('but a removal or a child unseen is asked about whatever is happening, and first', () => {
    expect(asked(named('stoke-on-trent', 'occasions: [plan_may_end]')).slice(0, 2).sort()).toEqual([
      'contact_refused',
      'removal',
    ]);
    expect(asked(named('leicester', 'occasions: [plan_before]'))[0]).toBe('removal');
  });

  it('and once a child was removed, all that follows is asked', () => {
    const removed =
      'occasions: [plan_may_end]\nlooked_after: {episodes: [{began: 2026-01-05, legal_status: V2}]}\nanswers: {removal: removed}';
    expect(asked(named('leicester', removed))[0]).toBe('serious_concern_capacity');
  });
});

describe('what is happening changes nothing in the result', () => {
  const random = chance(15);
  const told = (file: CaseFile, asAt: string) => {
    const { questions, findings, unknown, diagnostics } = assess(file, policies.bookFor(file), asAt);
    return {
      questions: questions.map(({ id, state, possible, clauses }) => ({ id, state, possible, clauses })),
      findings: findings.map(({ rule, state, due }) => ({ rule, state, due })),
      unknown: unknown.map(({ fact, kind }) => ({ fact, kind })),
      diagnostics: diagnostics.map(({ code, path }) => ({ code, path })),
    };
  };

  it.each(caseFiles.filter((_, i) => i % 4 === 0))('of %s', (path) => {
    const file = caseAt(path);
    const asAt = String(file.as_at);
    const within = { ...file, occasions: some(file, random) };
    expect(told(within, asAt)).toEqual(told(file, asAt));
  });
});

describe('the brief', () => {
  const random = chance(16);
  /** Lines of a brief on what cannot wait. */
  const pressing = (text: string): string[] =>
    text
      .replace(/\n {10,}/g, ' ')
      .split('\n')
      .filter((line) => /URGENT|^ {2}(Urgent|OVERDUE|Overdue|PAST DUE|Past due)/.test(line));

  it.each(caseFiles.filter((_, i) => i % 8 === 1))('of %s shows what cannot wait all the same', (path) => {
    const file = caseAt(path);
    const asAt = String(file.as_at);
    const within = { ...file, occasions: some(file, random) };
    const [all, part] = [briefOf(file, asAt), briefOf(within, asAt)];
    // How many have room depends on what else is said; the most pressing are the same, in the same order
    const [whole, within24] = [pressing(all), pressing(part)].map((lines) => lines.map((line) => line.slice(0, 40)));
    const both = Math.min(whole?.length ?? 0, within24?.length ?? 0);
    expect(within24?.slice(0, both)).toEqual(whole?.slice(0, both));
    expect(both).toBeGreaterThanOrEqual(Math.min(1, whole?.length ?? 0));
    const urgent = (lines: readonly string[] = []): number => lines.filter((line) => /URGENT/i.test(line)).length;
    expect(urgent(within24)).toBe(urgent(whole));
    const outside = assess(within, policies.bookFor(file), asAt).questions.filter((q) => isNotLookedAt(q, within));
    if (outside.some(({ state }) => state === 'undecided'))
      expect(part.replace(/\s+/g, ' ')).toContain('Not looked at');
  });

  it('says "not looked at" of what was not asked, and never that it does not apply', () => {
    const file = named('leicester', 'occasions: [plan_may_end]\ncurrent_plan: none\nlooked_after: none');
    const text = briefOf(file, '2026-11-22').replace(/\s+/g, ' ');
    expect(text).toMatch(/Not looked at[^.]*Another order on a child with a plan/);
    expect(text).not.toMatch(/Does not apply: [^.]*becomes looked after/);
  });
});

describe('an interview', () => {
  const START = 'version: 1\ncase: EX-0971\nauthority: leicester\n';

  it('begins with what is happening, and keeps it', async () => {
    const { prompter, asked: keys } = worker([
      ['occasions', ['plan_may_end']],
      ['answers.removal', 'leaves'],
    ]);
    const { text } = await hold(START, prompter);
    expect(fileFrom(text).occasions).toEqual(['plan_may_end']);
    expect(keys[0]).toBe('occasions');
  });

  it('changes what is happening where the worker asks to, and keeps it', async () => {
    const text = `${START}occasions: [plan_before]\n`;
    const { prompter } = worker([['occasions', ['plan_may_end']]]);
    const { session, context } = sceneFor(text, prompter);
    await changeOccasions(context);
    expect(fileFrom(session.text).occasions).toEqual(['plan_may_end']);
  });

  it('does not ask again', async () => {
    const { prompter } = worker([['answers.removal', 'leaves']]);
    await hold(`${START}occasions: [plan_may_end]\n`, prompter);
  });

  it('writes nothing where nothing is ticked', async () => {
    const { prompter } = worker([
      ['occasions', []],
      ['answers.removal', 'leaves'],
    ]);
    expect((await hold(START, prompter)).text).toBe(START);
  });
});

it('a misspelt occasion is an error with the right one', () => {
  const file = named('leicester', 'occasions: [plan_may_ends]');
  const { diagnostics } = assess(file, policies.bookFor(file), '2026-11-22');
  expect(diagnostics.map(({ code, shown }) => [code, shown])).toEqual([
    ['unknown_occasion', expect.stringContaining('plan_may_end')],
  ]);
});
