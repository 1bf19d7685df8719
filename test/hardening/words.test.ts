import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMS, type FormName } from '../../src/report/run/forms.ts';
import { folderWith } from '../support/folder.ts';
import { program, readers } from '../support/program/in-process.ts';

const M = 'Zorbling';
const HEAD = 'version: 1\ncase: EX-1\npacks: [repeat-plans]\n';

/** Case files that are malformed in one way each, with a word in the place of a value, a key, a comment or a tag. */
const SHAPES: readonly string[] = [
  ...[
    `${M}: she said`,
    `  ${M}: x`,
    ` ${M}`,
    `\t${M}: x`,
    `- ${M}`,
    `? ${M}`,
    `? [${M}]\n: x`,
    `${M}`,
    `about: a: ${M}`,
  ],
  ...[`about: "${M}`, `about: '${M}`, `about: "\\${M}"`, `about: [${M}`, `about: {${M}`, `about: {${M}: x, ${M}: y}`],
  ...[`${M}: 1\n${M}: 2`, `answers: {${M}: yes, ${M}: no}`, `about: !${M} x`, `about: !!${M} x`, `about: !<${M}^> x`],
  ...[`about: !${M}! x`, `about: !e!${M} x`, `about: &${M} x`, `about: *${M}`, `about: &a [*a, ${M}]`, `<<: ${M}`],
  ...[`about: &a x\nfamily: *a # ${M}`, `<<: {${M}: x}`, `--- # ${M}\n--- ${M}`, `%${M} x\n---\na: b`, `about: |${M}`],
  ...[`about: >-\n   a\n  ${M}`, `about: ${M}\u0000`, `child: ${M}`, `child: {born: ${M}}`, `child: {${M}: 2020}`],
  ...[`child: {born: 12/09/2023 ${M}}`, `child: [${M}]`, `as_at: ${M}`, `as_at: 2026-02-31 ${M}`, `authority: ${M}`],
  ...[`family: ${M} ${M}`, `packs: ${M}`, `current_plan: ${M}`, `current_plan: {category: ${M}}`, `about: [${M}]`],
  ...[`current_plan: {began: 2026-13-45 ${M}}`, `previous_plans: ${M}`, `previous_plans: {count: ${M}}`],
  ...[`previous_plans: {plans: [${M}]}`, `previous_plans: {complete: ${M}}`, `previous_plans: {plans: [{${M}: 1}]}`],
  ...[`answers: ${M}`, `answers: {${M}: yes}`, `answers: {conference_sought: ${M}}`, `answers: {step_down: [${M}]}`],
  ...[`answers: {step_down: {unknown: ${M}}}`, `answers: {step_down: {value: x, ${M}: y}}`, `dates: {${M}: 2020}`],
  ...[`answers: {step_down: {value: x, by: ${M} A}}`, `dates: {conference_requested: ${M}}`, `records: {${M}: yes}`],
  ...[`checklists: {${M}: {a: yes}}`, `analysis: {${M}: {text: x}}`, `analysis: {point_1: {text: x, covers: [${M}]}}`],
  ...[`analysis: {point_1: {text: x, by: ${M} A}}`, `meetings: {list: [{kind: ${M}}]}`, `looked_after: ${M}`],
  ...[`decisions: [{question: ${M}, outcome: x, by: a, date: 2026-01-01, agrees: yes}]`, `decisions: [{${M}: x}]`],
  ...[`expect: {questions: {${M}: x}}`, `expect: {questions: {further_plan: ${M}}}`, `expect: {clauses: {${M}: met}}`],
  ...[`expect: {clauses: {RP-0.2: ${M}}}`, `expect: {findings: {${M}: met}}`, `expect: {rules: [${M}]}`],
  ...[`expect: {diagnostics: [${M}]}`, `# cpplan accepts ${M} until 2027-01-31 (team_manager): x`],
  ...[
    `# cpplan accepts ${M}`,
    `recipients: [{id: ${M} A}]`,
    `about: ${'[ '.repeat(60)}${M}`,
    `previous_plans: {count: 1e999${M}}`,
  ],
].map((line) => `${HEAD}${line}\n`);

const WHOLE: readonly string[] = [
  `\ufeff${M}`,
  `version: ${M}\ncase: ${M} ${M}\n`,
  `version: 1\ncase: EX-1\npacks: [${M}]\n`,
  `version: 1\ncase: EX-1\nauthority: ${M}\n`,
  `{"version": 1, "case": "EX-1", "${M}": 1}`,
];

test('there are at least sixty shapes', () => expect(SHAPES.length + WHOLE.length).toBeGreaterThan(60));

/** A worked case with the word at the end of every line, in every comment, and in the place of every text in words. */
const MARKED = readFileSync('cases/further-plan/second-plan-ready.yaml', 'utf8')
  .replace(/^( +)(text|note|source|post|reason|about): (?![>|]).+$/gm, `$1$2: ${M} ${M}`)
  .replace(/^( +text: [>|].*\n +)/gm, `$1${M} `)
  .replace(/^([^#\n]*[^>|\n-])$/gm, (line) => (/^[a-z_ -]+:/.test(line) ? `${line} # ${M}` : line));

/** Each shape by itself, and before and after lines that hold the word in every place. */
const VARIANTS: readonly ((shape: string) => string)[] = [
  (shape) => shape,
  (shape) => `${shape}${MARKED.replace(/^(?:version|case): .*\n/gm, '')}`,
  (shape) => `${MARKED}${shape.replace(HEAD, '')}`,
];

/** The name of a file and of its folder holds a word as well; it is shown as a name, and nowhere else. */
const NAMED = 'Quibbling';
const files = Object.fromEntries(
  VARIANTS.flatMap((vary, v) =>
    [...SHAPES, ...WHOLE].map((text, i) => [`${NAMED}/${NAMED}${v}-${i}.yaml`, vary(text)] as const),
  ),
);
const pathsIn = (top: string): string[] => Object.keys(files).map((name) => join(top, name));

/** The lines that hold a word of a file, or its name in another place than a name has. */
const telling = (text: string): string[] => {
  const bare = text.replaceAll(new RegExp(`(?:${NAMED}/)?${NAMED}\\d-\\d+\\.yaml`, 'g'), '');
  return bare.split('\n').filter((line) => line.includes(M) || line.includes(NAMED));
};

test('the marked case holds the word in every kind of place', () => {
  expect(MARKED.match(new RegExp(`# ${M}`, 'g'))?.length).toBeGreaterThan(10);
  expect(MARKED.match(new RegExp(`: ${M}`, 'g'))?.length).toBeGreaterThan(3);
});

describe.each(Object.keys(FORMS) as FormName[])('a report as %s', (form) => {
  test('holds no word of any malformed file', async () => {
    const top = folderWith({ ...files, 'cpplan.config.yaml': 'version: 1\n' });
    const { out, err } = await program(['check', ...pathsIn(top), '--format', form, '--show', 'note']);
    expect(out.split(`${NAMED}0-0.yaml`).length).toBeGreaterThan(1);
    expect(telling(out + err)).toEqual([]);
  });
});

test('no command says a word of a file that it cannot read, where its messages may go to a log', async () => {
  let refused = 0;
  for (const [i, path] of pathsIn(folderWith(files)).entries()) {
    // each file meets one command in turn, and each shape three
    const commands = readers(path).filter(([command]) => command !== 'check');
    const args = commands[i % commands.length] as string[];
    const { exit, err } = await program(args);
    if (exit === 0) continue;
    refused++;
    expect(telling(err), args.join(' ')).toEqual([]);
  }
  expect(refused).toBeGreaterThan(150);
});
