// Malformed returns: those of the tests, spoilt, or an ordinary one with something that means harm in it.
import { readFileSync } from 'node:fs';
import { spoilt } from './mutate.mjs';

const FOLDER = 'test/fixtures/import';
const read = (name) => readFileSync(`${FOLDER}/${name}`, 'utf8');

const DAILY = JSON.stringify(
  {
    la_code: 999,
    Children: [
      {
        la_child_id: 'EX-1',
        child_details: { date_of_birth: '2017-05-09' },
        social_care_episodes: [{ child_protection_plans: [{ start_date: '2025-01-06', end_date: null }] }],
      },
      { la_child_id: 'EX-2', purge: true },
    ],
  },
  null,
  1,
);
const PLANS =
  'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_latest_category\n1,EX-1,2025-01-06,NULL,"Multiple: [Neglect, Physical abuse]"\n2,EX-1,2023-01-06,2023-09-06,Neglect\n';

const RETURNS = ['cin-2025.xml', 'cin-2026.xml', 'episodes.csv', 'header.csv', 'reviews.csv']
  .map(read)
  .concat(DAILY, PLANS);
const HARM = [
  '<!DOCTYPE Message [<!ENTITY a "b">]>',
  '&x;',
  '<a>'.repeat(500),
  '['.repeat(5000),
  '{"a":'.repeat(500),
  '"',
  'PK\u0003\u0004',
  '\u0000',
  ',,,,,,,,,,,,,,,,,,,,,,,,',
];

/** One or two returns, of which one is spoilt, imported without writing anything, or compared with a case file. */
export function malformedReturn(dice) {
  const text = dice.pick(RETURNS);
  const at = dice.below(text.length);
  const bad = dice.chance(0.3)
    ? text.slice(0, at) + dice.pick(HARM) + text.slice(at)
    : spoilt(text, dice, ['bytes', 'lines', 'words']);
  const files = { 'r/1': bad, 'r/2': dice.pick(RETURNS), 'c/EX-9101.yaml': read('expected/EX-9101.yaml') };
  const returns = dice.chance(0.5) ? ['r/1'] : ['r/1', 'r/2'];
  const against = returns.flatMap((name) => ['--against', name]);
  const argv = dice.chance(0.8)
    ? ['import', ...returns, '--into', 'c', '--data-date', '2026-03-31', '--dry-run', '--same-ids']
    : ['check', 'c', ...against, '--data-date', '2026-03-31', '--same-ids', '--format', 'json'];
  return { files, argv };
}
