import { expect, test } from 'vitest';
import { readText } from '../../../src/files/read-text.ts';
import { compile } from '../../../src/policy/compile/compile.ts';
import { readPack } from '../../../src/policy/pack/read-pack.ts';
import { lostDuties } from '../../../src/policy/verify/verify-life.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { policies } from '../../support/packs/policies.ts';

// Duties of the shipped packs once fell away as soon as the end of the plan was recorded, whether or not they were met.
// With that fault put back, the proof finds it.

const vocabulary = policies.vocabulary();

const lostIn = (text: string): string[] => {
  const { data, diagnostics } = readPack(readYaml(text), vocabulary.vocabulary);
  if (!data) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return lostDuties(compile(data), vocabulary).flatMap(({ code, about }) => (code === 'duty_lost' ? [about] : []));
};

/** The pack with one requirement that asks only as long as a plan is on record as open. */
function onlyWhileOpen(text: string, requirement: string): string {
  const start = text.indexOf(`\n  ${requirement}:\n`);
  const at = text.indexOf('    when: ', start);
  const end = text.indexOf('\n', at);
  if (start < 0 || at < 0) throw new Error(`not there: ${requirement}`);
  const condition = text.slice(at + '    when: '.length, end);
  return `${text.slice(0, at)}    when: {all: [${condition}, {on_plan_now: yes}]}${text.slice(end)}`;
}

test.each([
  ['bucks-cp-to-cla', 'ended_iro_chairs', 'plan_ended_by_conference_in_care'],
  ['leicester-dual-status', 'chair_writes', 'plan_ended_in_care'],
  ['stoke-on-trent-plan', 'letter_to_agencies', 'plan_ended_in_care'],
  ['stoke-on-trent-plan', 'end_notified', 'plan_ended'],
])('%s: %s is found to be lost with %s', (pack, requirement, event) => {
  const text = readText(`policies/${pack}.yaml`);
  const about = `${requirement}.${event}`;
  expect(lostIn(text)).toEqual([]);
  expect(lostIn(onlyWhileOpen(text, requirement))).toContain(about);
});
