import { dayInWords } from '../calendar/date-words.ts';
import { optionInWords, optionsOf } from '../facts/fact.ts';
import { PROTECT } from '../report/case/summary.ts';
import { escapeMarkdown as md } from '../report/words/markdown.ts';
import { capital } from '../report/words/titles.ts';
import { agenda } from './flow/agenda.ts';
import { mattersIn, promptsFor, questionFor } from './flow/asked.ts';
import type { CaseView } from './flow/case-view.ts';
import { type Catalogue, catalogue } from './flow/catalogue.ts';
import type { AnalysisItem, Item } from './flow/item.ts';
import { clauseLines } from './flow/why.ts';

const PLANS = ['Authority', 'Began', 'Ended', 'Category'];
const CARE = ['Began', 'Ended', 'Legal status', 'Placement'];
const MEETINGS = ['Kind', 'Date', 'Quorate', 'What it decided about the plan'];
const LINE = '\\_'.repeat(30);

/** What is still to be asked of a case, as a sheet of Markdown to be filled in by hand: for supervision, or a meeting. */
export function worksheet(view: CaseView): string {
  const items = catalogue(view.book);
  const asked = itemsOn(items, view);
  const heading = (item: Item, i: number): string[] =>
    item.heading === asked[i - 1]?.heading ? [] : [`## ${md(item.heading)}`];
  return `${[
    `# Worksheet, case ${md(view.file.case)}`,
    `${md(PROTECT)} As at ${dayInWords(view.asAt)}. Answers may lead to further questions.`,
    ...asked.flatMap((item, i) => [...heading(item, i), ...section(item, view)]),
  ].join('\n\n')}\n`;
}

/** What is asked now, and every text that may be asked for. */
function itemsOn(items: Catalogue, view: CaseView): Item[] {
  const now = agenda(items, view, new Set());
  return [...items.values()].filter(
    (item) => now.includes(item) || (item.kind === 'analysis' && mattersIn(item, view).length > 0),
  );
}

function section(item: Item, view: CaseView): string[] {
  const clauses = clauseLines(item).map((line) => `_${md(line)}_`);
  switch (item.kind) {
    case 'previous_plans':
      return ['### Earlier plans of this child, in any authority', ...clauses, table(4)];
    case 'child':
      return ['### The date of birth, or the day on which the child is expected', ...clauses, LINE];
    case 'looked_after':
      return ['### Times in care', ...clauses, table(4, CARE)];
    case 'meetings':
      return ['### Meetings', ...clauses, table(4, MEETINGS)];
    case 'current_plan':
      return ['### The plan today', ...clauses, table(1)];
    case 'analysis':
      return [
        `### ${md(item.title)}`,
        md(item.asks),
        ...toCover(item, view),
        `${LINE}\n\n${LINE}\n\n${LINE}`,
        `Written by: ${LINE} On: ${LINE}`,
      ];
    case 'checklist':
      return [
        `### ${md(item.requirement.requirement.says)}`,
        ...clauses,
        boxes(Object.values(item.requirement.requirement.items ?? {})),
      ];
    case 'fact': {
      const definition = item.fact.definition ? [md(item.fact.definition)] : [];
      const options = optionsOf(item.fact).map((option) => capital(optionInWords(item.fact, option)));
      const answer = options.length > 0 ? boxes([...options, 'Not yet known']) : `${LINE}`;
      return [`### ${md(questionFor(item))}`, ...definition, ...clauses, answer, `Who finds out, by when: ${LINE}`];
    }
  }
}

const boxes = (lines: readonly string[]): string => lines.map((line) => `- [ ] ${md(line)}`).join('\n');

function toCover(item: AnalysisItem, view: CaseView): string[] {
  const covers = boxes(mattersIn(item, view).map(({ requirement }) => requirement.says));
  const prompts = promptsFor(item, view)
    .map((prompt) => `- ${md(prompt)}`)
    .join('\n');
  return [covers, ...(prompts ? ['Questions that may help:', prompts] : [])];
}

function table(rows: number, columns = PLANS): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [line(columns), line(columns.map(() => '---'))];
  return [...head, ...Array.from({ length: rows }, () => line(columns.map(() => ' ')))].join('\n');
}
