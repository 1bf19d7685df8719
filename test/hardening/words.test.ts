import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMS, type FormName } from '../../src/report/run/forms.ts';
import { folderWith } from '../support/folder.ts';
import { program, readers } from '../support/in-process.ts';

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

const files = Object.fromEntries([...SHAPES, ...WHOLE].map((text, i) => [`${i}.yaml`, text]));
const named = (top: string): string[] => Object.keys(files).map((name) => join(top, name));

describe.each(Object.keys(FORMS) as FormName[])('a report as %s', (form) => {
  test('holds no word of any malformed file', async () => {
    const { out, err } = await program(['check', ...named(folderWith(files)), '--format', form, '--show', 'note']);
    expect(out.split('\n').length).toBeGreaterThan(1);
    expect((out + err).split('\n').filter((line) => line.includes(M))).toEqual([]);
  });
});

test('no command says a word of a file that it cannot read, where its messages may go to a log', async () => {
  for (const path of named(folderWith(files)).filter((_, i) => i % 4 === 0)) {
    for (const args of readers(path)) {
      const { exit, err } = await program(args);
      if (exit !== 0) expect(err, args.join(' ')).not.toContain(M);
    }
  }
});
