import { describe, expect, test } from 'vitest';
import { fullScreen } from '../../../src/report/case/full-screen.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { assessedFile, caseAt, caseFiles } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';
import { idsIn } from '../../support/texts/ids.ts';

const SECTIONS = [
  'Check the case file',
  'What the procedure asks next',
  'What people decided',
  'What to do',
  'What to find out',
  'In place',
  'For and against, as evidence and never as a score',
  'Why',
  'What would change it',
  'What may apply, once more is known',
  'Dates',
  'Sources',
];

const PARTLY = 'cases/legal-planning/meeting-held-and-undecided.yaml';

const screenOf = (path: string): string =>
  fullScreen({ assessment: assessedFile(caseAt(path)), title, problems: [], path: 'case.yaml' }, plainStyle(400));

const sectionsOf = (screen: string): Map<string, string[]> =>
  new Map(
    screen
      .split('\n\n')
      .map((part) => part.split('\n'))
      .filter(([heading]) => SECTIONS.includes(heading as string))
      .map(([heading, ...lines]) => [heading as string, lines]),
  );

/** The acts of the packs as instructions, by the words before a list. */
const ORDERS = policies
  .names()
  .flatMap((name) => Object.values(policies.pack(name).pack.requirements))
  .filter(({ kind }) => kind !== 'analysis');

describe.each(caseFiles)('everything on %s', (path) => {
  const screen = screenOf(path);
  const sections = sectionsOf(screen);

  test('holds no id, as it is or with spaces', () => expect(idsIn(screen)).toEqual([]));

  test('stands in the order of use, and nothing of it twice', () => {
    const order = [...sections.keys()].map((heading) => SECTIONS.indexOf(heading));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const [heading, lines] of sections) {
      const own = heading === 'What would change it' ? lines.filter((line) => !/^ {4}/.test(line)) : lines;
      expect(own.filter((line, i) => own.indexOf(line) !== i && !line.endsWith(':') && !/^ {12}/.test(line))).toEqual(
        [],
      );
    }
    const open = ['What to do', 'What may apply, once more is known'].flatMap((name) => sections.get(name) ?? []);
    const facts = open.filter((line) => /^ {0,11}- /.test(line));
    expect(facts.filter((line, i) => facts.indexOf(line) !== i)).toEqual([]);
  });

  test('tells in the past what is in place, and never as an order', () => {
    const lines = sections.get('In place') ?? [];
    for (const { says } of ORDERS) {
      expect(lines.filter((line) => line.includes(says.replace(/[.:]$/, '')))).toEqual([]);
    }
    expect(lines.filter((line) => / (see|record|tell|send|write|decide|obtain) /.test(line.slice(0, 60)))).toEqual([]);
  });
});

test('of a list that is partly done, it says which matters are left and which nobody recorded', () => {
  const left = (sectionsOf(screenOf(PARTLY)).get('What to do') ?? []).map((line) => line.trim());
  expect(left).toContain('- whether removal is in question');
  expect(left).toContain('- whether pre-proceedings will be used (not recorded)');
});

test('what is in place cites the clause that asks for it, for each act of each person', () => {
  const acts = caseFiles.flatMap((path) => {
    const lines = sectionsOf(screenOf(path)).get('In place') ?? [];
    return lines.filter((line) => !line.endsWith(':') && !line.includes(': written'));
  });
  expect(acts.length).toBeGreaterThan(100);
  const cited = acts.filter((line) => / \[[^\]]*[A-Z]+-[\d.]+[^\]]*\]$/.test(line));
  expect(cited.length).toBeGreaterThan(0.9 * acts.length);
});
