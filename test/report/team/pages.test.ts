// biome-ignore lint/correctness/noUnresolvedImports: jsdom is CommonJS, whose names the linter does not see
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { flipsOf } from '../../../src/assess/explain/flips.ts';
import { sha256Base64, shortDigest } from '../../../src/files/digest.ts';
import { agendaMarkdown } from '../../../src/report/team/agenda.ts';
import { eventsOf } from '../../../src/report/team/calendar.ts';
import { cohortCsv, cohortHtml, cohortJson, cohortText, shownCohort } from '../../../src/report/team/cohort-report.ts';
import { icsOf } from '../../../src/report/team/ics.ts';
import { overviewOf } from '../../../src/report/team/overview.ts';
import { overviewHtml } from '../../../src/report/team/overview-html.ts';
import { overviewText } from '../../../src/report/team/overview-text.ts';
import { questionsOf, rowTable } from '../../../src/report/team/row-csv.ts';
import { teamCase } from '../../../src/report/team/team-case.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { violations } from '../../support/axe.ts';
import { assessedFile, bookOf, caseAt, caseFiles } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';
import { withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';
import { cohortFrom, TEN, teamCaseOf } from './support.ts';

const page = {
  title: 'Overview of cases',
  linksOf: (path: string) => ({ file: path, notes: [] }),
  sha256: sha256Base64,
};
const ten = overviewOf(TEN.map(teamCaseOf), [{ path: 'broken.yaml' }], '2026-10-01');
const html = overviewHtml(ten, page);

describe('the page of an overview', () => {
  test('has nothing against it for accessibility', async () => {
    const few = TEN.filter((path) => /first-plan|within-a-year/.test(path));
    expect(
      await violations(overviewHtml(overviewOf(few.map(teamCaseOf), [{ path: 'a.yaml' }], '2026-10-01'), page)),
    ).toEqual([]);
    expect(await violations(cohortHtml(shownCohort(cohortFrom(few), true)))).toEqual([]);
  });

  test('fetches nothing, and runs its own script alone', () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|object)|src=|@import|url\(/);
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`script-src 'sha256-${sha256Base64(script)}'`);
    expect(script).not.toMatch(/innerHTML|eval|fetch|XMLHttpRequest/);
  });

  test('answers the questions of a manager by its figures and filters', () => {
    const { window } = new JSDOM(html, { runScripts: 'dangerously' });
    const { document } = window;
    const shown = (): string[] =>
      [...document.querySelectorAll<HTMLTableRowElement>('table.tasks tbody tr')]
        .filter((row) => !row.hidden)
        .map((row) => `${row.cells[1]?.textContent} ${row.cells[4]?.textContent}`);
    const choose = (name: string, value: string): void => {
      const field = document.querySelector<HTMLInputElement>(`form.filter [name=${name}]`);
      if (field) field.value = value;
      field?.dispatchEvent(new window.Event('input', { bubbles: true }));
    };
    const clear = (): void => document.querySelector<HTMLFormElement>('form.filter')?.reset();
    choose('when', 'now');
    expect(shown()).toContain('EX-7001 Service Manager');
    expect(shown()).toHaveLength(11);
    clear();
    choose('by', '2026-11-27');
    expect(shown().filter((row) => row.startsWith('EX-7002'))).toEqual([
      'EX-7002 Team manager',
      'EX-7002 Service Manager',
    ]);
    clear();
    choose('who', 'Head of Service');
    expect(shown()).toEqual(expect.arrayContaining([expect.stringMatching(/^EX-7004 /)]));
    expect(document.querySelector('form.filter output')?.textContent).toMatch(/^\d+ of \d+ tasks$/);
    window.close();
  });

  test('filters by a team, a worker or a role of any name', () => {
    const [one, other] = TEN.map(teamCaseOf);
    if (!one || !other) throw new Error('two cases are needed');
    for (const text of ['a|b', 'a', '=1+1', '"quoted"', '<b>x', '__proto__', '["a"]', ...HOSTILE.slice(0, 8)]) {
      const task = { ...one.tasks[0], roles: [text] } as (typeof one.tasks)[number];
      const named = { ...one, row: { ...one.row, team: text, worker: text }, tasks: [task] };
      const rest = {
        ...other,
        row: { ...other.row, team: 'b', worker: 'b' },
        tasks: [{ ...task, roles: ['b', 'a|b|c'] }],
      };
      const { window } = new JSDOM(overviewHtml(overviewOf([named, rest], []), page), { runScripts: 'dangerously' });
      for (const name of ['team', 'worker', 'who']) {
        const field = window.document.querySelector<HTMLSelectElement>(`form.filter [name=${name}]`);
        for (const option of field?.options ?? []) {
          if (field) field.value = option.value;
          field?.dispatchEvent(new window.Event('input', { bubbles: true }));
          const shown = window.document.querySelectorAll('table.tasks tbody tr:not([hidden])').length;
          expect(shown, `${name} ${option.value}`).toBe(option.value === '' ? 2 : 1);
        }
        window.document.querySelector<HTMLFormElement>('form.filter')?.reset();
      }
      window.close();
    }
  });

  test('keeps two files with one reference apart, and says so', () => {
    const one = teamCaseOf(TEN[0] as string);
    const twins = overviewOf([one, { ...one, path: 'b c_d.yaml' }], []);
    const document = new JSDOM(overviewHtml(twins, page)).window.document;
    const ids = [...document.querySelectorAll('details')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const link of document.querySelectorAll('td.case a'))
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    expect(document.body.textContent).toContain('One reference in several files');
    expect(overviewText(twins, plainStyle(80))).toContain('One reference in several files: 1');
  });

  test('prints what a filter shows, and says what else is left out', () => {
    expect(html).toContain('class="on-paper"');
    const { window } = new JSDOM(html, { runScripts: 'dangerously' });
    const { document } = window;
    const field = document.querySelector<HTMLSelectElement>('form.filter [name=when]');
    const isFiltered = (): boolean => document.body.classList.contains('is-filtered');
    expect(isFiltered()).toBe(false);
    if (field) field.value = 'later';
    field?.dispatchEvent(new window.Event('input', { bubbles: true }));
    expect(isFiltered()).toBe(true);
    window.close();
  });

  test('sorts a table by a heading, both ways', () => {
    const { window } = new JSDOM(html, { runScripts: 'dangerously' });
    const table = window.document.querySelector('#teams table') as HTMLTableElement;
    const column = (): string[] =>
      [...(table.tBodies[0] as HTMLTableSectionElement).rows].map((row) => row.cells[3]?.textContent ?? '');
    const button = table.querySelectorAll<HTMLButtonElement>('th button')[4];
    button?.click();
    button?.click();
    expect(table.querySelectorAll('th')[4]?.getAttribute('aria-sort')).toBe('descending');
    expect(column()).toHaveLength(6);
    window.close();
  });

  test('names files that cannot be read', () => expect(html).toContain('broken.yaml'));
});

test('a post that packs write with other capitals is one that cases wait for', () => {
  const one = teamCaseOf(TEN[0] as string);
  const task = one.tasks[0] as (typeof one.tasks)[number];
  const asked = ['Team manager', 'Team Manager'].map((role) => ({ ...one, tasks: [{ ...task, roles: [role] }] }));
  expect(overviewOf(asked, []).waiting).toMatchObject([{ who: 'Team Manager', cases: 2, tasks: 2 }]);
});

test('what waits to be confirmed, and what contradicts itself, is named for its manager', () => {
  const open = teamCaseOf('cases/plan-delivery/stoke-open-on-the-day-of-a-return.yaml');
  const faulty = caseFiles.map(teamCaseOf).find(({ row }) => row.file_faults > 0);
  const some = overviewOf([open, ...(faulty ? [faulty] : [])], []);
  const [text, pageText] = [overviewText(some, plainStyle(80)), overviewHtml(some, page)];
  for (const shown of [text, pageText]) {
    expect(shown).toContain('Open on the day of a return, to confirm: 1');
    expect(shown).toContain('On a plan on 2026-03-31: confirm.');
    expect(shown).toContain('Case files that contradict themselves: 1');
  }
  expect(overviewText(ten, plainStyle(80))).not.toContain('to confirm');
});

test('the overview on a screen', async () => {
  await expect(overviewText(ten, plainStyle(80))).toMatchFileSnapshot('overview.txt');
});

test('the counts on a screen, for others', async () => {
  await expect(cohortText(shownCohort(cohortFrom(TEN), true), plainStyle(80))).toMatchFileSnapshot('cohort-shared.txt');
});

test('an agenda for supervision', async () => {
  const own = TEN.map(teamCaseOf).filter(({ row }) => row.worker === 'SW 12');
  await expect(agendaMarkdown(own, ['SW 12'])).toMatchFileSnapshot('agenda.md');
});

describe('what people wrote', () => {
  const MARK = 'kanarienvogel';
  const marked = caseFiles.filter((_, i) => i % 3 === 0).map((path) => withFreeText(caseAt(path), `${MARK} was here`));
  const cases = marked.map((file) =>
    teamCase(assessedFile(file), 'case.yaml', title, { day: '2020-01-01', isNew: undefined }),
  );

  test('stands in no list over many cases', () => {
    const table = rowTable(questionsOf([policies], (fault) => expect.fail(fault.message)));
    const events = marked.flatMap((file) => {
      const [book, assessment] = [bookOf(file), assessedFile(file)];
      return eventsOf({ assessment, flips: flipsOf(file, book, assessment), meetings: book.scope.meetings, title });
    });
    const overview = overviewOf(cases, [], '2020-01-01');
    const texts = {
      text: overviewText(overview, plainStyle(80)),
      html: overviewHtml(overview, page),
      agenda: agendaMarkdown(cases, []),
      rows: cases.map(({ row }) => `${JSON.stringify(row)}${table.line(row)}`).join(''),
      calendar: icsOf(events, '', shortDigest),
    };
    for (const [name, text] of Object.entries(texts)) {
      expect(text.length, name).toBeGreaterThan(1000);
      expect(text.toLowerCase().includes(MARK), name).toBe(false);
    }
  });

  test('in a reference, team or worker is only text', () => {
    const tags = (of: string): string[] => [...of.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag);
    const one = teamCaseOf(TEN[0] as string);
    const named = (text: string) => overviewOf([{ ...one, row: { ...one.row, team: text, worker: text } }], []);
    const wanted = tags(overviewHtml(named('tame'), page));
    for (const text of HOSTILE) expect(tags(overviewHtml(named(text), page)), text).toEqual(wanted);
  });
});

test('counts in every form say the same', () => {
  const shown = shownCohort(cohortFrom(TEN), false);
  const json = cohortJson(shown) as { tables: { lines: { figures: { id: string; count: number }[] }[] }[] };
  const figures = json.tables.flatMap(({ lines }) => lines.flatMap((line) => line.figures));
  const csv = cohortCsv(shown).trimEnd().split('\r\n').slice(1);
  expect(csv).toHaveLength(figures.length);
  for (const [i, { id, count }] of figures.entries())
    expect(csv[i]).toMatch(new RegExp(`,${id.replaceAll('.', '\\.')},${count}$`));
});
