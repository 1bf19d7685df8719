import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/commands/note/decide.ts';
import { rationale } from '../../src/commands/note/rationale.ts';
import { worksheetFor } from '../../src/commands/note/worksheet.ts';
import { write } from '../../src/commands/note/write.ts';
import { policyVerify } from '../../src/commands/policy/policy-verify.ts';
import { screen } from '../../src/commands/screen.ts';
import type { Io } from '../../src/io.ts';
import type { ExitCode } from '../../src/messages/errors.ts';
import { folderWith } from '../support/folder.ts';
import { policiesIn } from '../support/packs/policies.ts';
import { inWorld } from '../support/program/io.ts';

// What only the invented authority of the guide has stands everywhere under its own title, as shared things do.

const EXAMPLE = 'docs/examples/exampleshire';
const policies = `${EXAMPLE}/policies`;
const cased = (name: string): string =>
  join(folderWith({ 'case.yaml': readFileSync(`${EXAMPLE}/cases/${name}.yaml`, 'utf8') }), 'case.yaml');

async function said(run: (io: Io) => Promise<ExitCode>): Promise<string> {
  const { out, err, exit } = await inWorld(run);
  expect({ err, exit }).toEqual({ err: '', exit: 0 });
  return out.replace(/\s+/g, ' ');
}

describe('a role that only one pack knows', () => {
  test('acts in the brief', async () => {
    const out = await said((io) => screen(cased('notice-overdue'), { input: false, format: 'text', policies }, io));
    expect(out).toContain('Plan Steward: Tell the parents');
  });

  test('can find something out', async () => {
    const book = policiesIn(policies).bookFor({ case: 'EX-0001', authority: 'exampleshire' });
    expect(book.roles.plan_steward).toBe('Plan Steward');
    expect(book.roles.social_worker).toBe('Social worker');
    const text = readFileSync(`${EXAMPLE}/cases/early-end-nobody-heard-of.yaml`, 'utf8');
    const asked = text.replace(
      'answers:\n',
      'answers:\n  other_order: {unknown: awaited, who: plan_steward, chase_by: 2026-11-01}\n',
    );
    const path = join(folderWith({ 'case.yaml': asked }), 'case.yaml');
    const out = await said((io) => screen(path, { input: false, full: true, format: 'text', policies }, io));
    expect(out).toMatch(/nother order[^.]*Plan Steward/);
  });

  test('has a part of the worksheet', async () => {
    const out = await said((io) =>
      worksheetFor(cased('early-end-nobody-heard-of'), { format: 'markdown', policies }, io),
    );
    expect(out).toContain('## Plan Steward');
  });

  test('decides, and the notes say so', async () => {
    const path = cased('early-end-all-agree');
    const choice = { question: 'early_end', outcome: 'conference_may_end', by: 'plan_steward', date: '2026-10-20' };
    expect(await said((io) => decide(path, { ...choice, policies }, io))).toContain('decided by Plan Steward');
    const note = await said((io) => rationale(path, { for: 'file', form: 'full', format: 'markdown', policies }, io));
    expect(note).toContain('The Plan Steward decided this on 20 October 2026.');
    const form = await said((io) => rationale(path, { for: 'conference', format: 'markdown', policies }, io));
    expect(form).toContain('**Plan Steward:** Bring the plan to the panel');
  });
});

test('a question that only one pack has is on the family form, in the words of the pack', async () => {
  const path = cased('early-end-all-agree');
  const form = (to: string) =>
    said((io) => rationale(path, { for: 'family', to, form: 'full', format: 'markdown', policies }, io));
  expect(await form('parent')).toContain('A meeting can decide that the child protection plan ends.');
  expect(await form('child')).toContain('A meeting will look at whether your plan can end.');
});

describe('letters of a folder of packs', () => {
  test('are offered and written, with the own role and a date that only the letter names', async () => {
    const path = cased('notice-overdue');
    expect(await said((io) => write(path, undefined, { format: 'text', policies }, io))).toContain('by Plan Steward');
    const letter = await said((io) => write(path, 'panel-advice', { format: 'markdown', policies }, io));
    expect(letter).toContain('Written by: Plan Steward.');
    expect(letter).toContain('The Long Plans Panel looked at the plan on 16 October 2026.');
  });

  test('make a date that only they name no error, and nothing else does', async () => {
    const verified = (folder: string) => inWorld((io) => policyVerify([], { format: 'text', policies: folder }, io));
    expect((await verified(policies)).exit).toBe(0);
    const folder = folderWith({});
    cpSync(policies, folder, { recursive: true });
    const letter = join(folder, 'templates/documents/panel-advice.md');
    writeFileSync(letter, readFileSync(letter, 'utf8').replaceAll('facts.objection_until', 'facts.notice_given'));
    const { exit, out } = await verified(folder);
    expect(exit).toBe(1);
    expect(out).toContain('Nothing in the pack needs the fact `objection_until`.');
  });
});
