import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of policies with one small pack of this text, and other files beside it. */
export function folderOf(pack: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cpplan-'));
  copyFileSync('test/policy/packs/facts.yaml', join(folder, 'facts.yaml'));
  for (const [name, text] of Object.entries({ 'sound.yaml': pack, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A worked case of the small pack. */
export const caseText = (id: string, rest: string): string =>
  `version: 1\ncase: ${id}\nabout: Case ${id}.\nas_at: 2026-01-05\npacks: [sound]\n${rest}\n`;

/** Worked cases of the small pack, by their place below its folder. */
export const CASES: Readonly<Record<string, string>> = {
  'cases/first.yaml': caseText(
    'EX-0001',
    'answers: {asked_for: yes, earlier_plans: 0}\nexpect:\n  questions: {further: first}\n  findings: {weigh_history: not_applicable, panel_agrees: not_applicable, report_covers: not_applicable, short_gap: not_applicable}',
  ),
  'cases/soon.yaml': caseText(
    'EX-0002',
    'answers: {asked_for: yes, earlier_plans: 1, months_since_last_plan: 3 to 3, ground: new_harm}\nrecords: {panel_view: agrees}\nexpect:\n  questions: {further: panel}\n  findings: {weigh_history: outstanding, panel_agrees: met, short_gap: met}',
  ),
};
