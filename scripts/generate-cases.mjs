// Writes invented case files for measuring: `node scripts/generate-cases.mjs FOLDER COUNT [SEED]`.
// The same count and seed give the same bytes. Some 2.5 KB each; of ten, six are complete in one way or another,
// three lack answers or records, and one has a fault in it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { random } from './random.mjs';

/** The text of invented case number `n` of a seed; without faults in it, where `sound` is true. */
export function caseText(n, seed = 1, sound = false) {
  const dice = random(seed * 1_000_003 + n);
  const kind = dice.weighted([
    ['complete', 6],
    ['incomplete', 3],
    ['faulty', 1],
  ]);
  const count = dice.weighted([[1, 7], [2, 2], [3, 1]]); // biome-ignore format: a table
  const legal = dice.chance(0.8);
  const text = [
    ...head(n, legal, dice),
    ...plans(count, dice),
    ...dates(dice),
    ...answers(count, kind, legal, dice),
    ...analyses(kind, dice),
    ...records(kind, legal, dice),
  ].join('\n');
  return kind === 'faulty' && !sound ? spoilt(text, dice) : `${text}\n`;
}

function head(n, legal, dice) {
  const id = String(n).padStart(6, '0');
  return [
    'version: 1',
    `case: GEN-${id}`,
    ...(dice.chance(0.4) ? [`family: FAM-${String(Math.floor(n / 3)).padStart(6, '0')}`] : []),
    legal ? 'packs: [repeat-plans, legal-planning]' : 'packs: [repeat-plans]',
    '',
    'child:',
    `  born: ${dice.day(2010, 2023).slice(0, 7)}`,
  ];
}

function plans(count, dice) {
  const lines = ['', 'previous_plans:', '  complete: yes', '  plans:'];
  for (let i = 0; i < count; i++) {
    const year = 2025 - 3 * (count - i) + dice.below(2);
    lines.push(
      `    - authority: ${dice.pick(['Northshire', 'Exampleshire', 'Eastborough'])}`,
      `      began: ${dice.day(year, year)}`,
      `      ended: ${dice.day(year + 1, year + 1)}`,
      `      category: ${dice.pick(CATEGORIES)}`,
      '      ended_by: review conference',
    );
  }
  return [...lines, 'current_plan: none'];
}

function dates(dice) {
  const day = 2 + dice.below(8);
  return [
    '',
    'dates:',
    `  strategy_discussion: {value: 2026-11-0${day - 1}, source: strategy discussion record}`,
    `  conference_requested: 2026-11-1${day - 2}`,
    `  initial_conference: 2026-11-2${day - 2} # as planned`,
  ];
}

const CATEGORIES = ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'];
const EXPLAINED = ['carried_out', 'not_early', 'nothing_outstanding'];

function answers(count, kind, legal, dice) {
  const yes = (key, odds = 0.5) => [key, dice.chance(odds) ? 'yes' : 'no'];
  const all = [
    ['present_category', dice.pick(CATEGORIES)],
    ['risks_compared', dice.pick(['same', 'different', 'both'])],
    ...['disguised_compliance', 'repeated_pattern', 'services_repeated', 'repeated_services_failed'].map((k) =>
      yes(k, 0.3),
    ),
    ...['services_unsuited', 'service_gaps_left', 'partner_agency_gaps'].map((k) => yes(k, 0.2)),
    ...['core_group_delivery', 'step_down', 'closed_with_actions'].map((k, i) => [
      k,
      dice.chance(0.8) ? EXPLAINED[i] : 'the_reason',
    ]),
    ...(legal ? [['team_view', dice.pick(['needed', 'threshold_not_met', 'uncertain'])]] : []),
    ...(count > 1
      ? [
          yes('risks_significantly_different'),
          yes('circumstances_substantially_changed'),
          yes('second_plan_duties_expected', 0.2),
        ]
      : []),
  ];
  const kept = kind === 'incomplete' ? all.filter(() => dice.chance(0.6)) : all;
  return ['', 'answers:', '  conference_sought: yes', ...kept.flatMap(([key, value]) => entry(key, value, dice))];
}

function entry(key, value, dice) {
  if (dice.chance(0.7)) return [`  ${key}: ${value}`];
  if (dice.chance(0.2)) return [`  ${key}: {unknown: awaited, who: team_manager, chase_by: 2026-11-2${dice.below(9)}}`];
  return [
    `  ${key}:`,
    `    value: ${value}`,
    `    source: ${dice.pick(['chronology', 'school record', 'core group minutes'])}`,
    '    by: social_worker',
  ];
}

const COVERS = {
  point_1: ['time_since_last_plan', 'threshold_again', 'under_a_year'],
  point_2: ['length_of_last_plan'],
  point_3: ['change_not_sustained', 'likely_to_change', 'surfaced_as_others_fell', 'risks_together'],
  point_4: ['work_completed', 'what_is_different_now', 'who_will_work_with_what', 'prepared_and_engaged'],
  screening_discussion: ['difference_from_alternatives', 'expected_timescale'],
};

const SENTENCES = [
  'The change held through the first winter and slipped when support at home came to an end.',
  'School saw it first: late marks, no coat, and a packed lunch that was not there.',
  'What would be different now is agreed with those who have to do it, with a day for each step.',
  'The child says that mornings are hardest, and that an aunt is the one to ring.',
  'Each parent was asked alone, and the two accounts agree in all that matters here.',
  'Nothing in the records of the clinic speaks against it.',
];

function analyses(kind, dice) {
  const lines = ['', 'analysis:'];
  for (const [id, covers] of Object.entries(COVERS)) {
    if (kind === 'incomplete' && dice.chance(0.4)) continue;
    const ticked = kind === 'complete' ? covers : covers.filter(() => dice.chance(0.7));
    lines.push(
      `  ${id}:`,
      '    by: social_worker',
      '    date: 2026-11-16',
      `    covers: [${ticked.join(', ')}]`,
      '    text: >-',
    );
    for (let i = dice.chance(0.6) ? 1 : 0; i < 2; i++) lines.push(`      ${dice.pick(SENTENCES)}`);
  }
  return lines.length > 2 ? lines : [];
}

const RECORDS = ['service_manager_rationale', 'reasons_for_repeating', 'escalate_partner_gaps', 'fill_service_gaps'];
const LEGAL_RECORDS = ['lpm_considered_before_initial', 'legal_advice_sought'];

function records(kind, legal, dice) {
  const all = legal ? [...RECORDS, ...LEGAL_RECORDS] : RECORDS;
  const kept = kind === 'incomplete' ? all.filter(() => dice.chance(0.5)) : all;
  return [
    '',
    'records:',
    '  challenge_issued: no',
    ...kept.flatMap((id) => entry(id, dice.chance(0.85) ? 'yes' : 'no', dice)),
    ...(legal ? ['  head_of_service_view: not_needed'] : []),
  ];
}

/** One slip of the hand, of the kinds that files of people have. */
function spoilt(text, dice) {
  const slips = [
    [/risks_compared/, 'risk_compared'],
    [/(ended: \d{4})-\d\d-\d\d/, '$1-02-30'],
    [/category: [A-Z]{3}/, 'category: NEGLECT'],
    [/conference_sought: yes/, 'conference_sought: perhaps'],
    [/^answers:/m, 'answer:'],
    [/began: 20/, 'began: 21'],
    [/^child:/m, 'case: GEN-1\nchild:'],
  ];
  const [from, to] = dice.pick(slips);
  return `${text.replace(from, to)}\n`;
}

/** Writes a folder of invented case files, a thousand to a folder below it. */
export function generate(folder, count, seed = 1, sound = false) {
  rmSync(folder, { recursive: true, force: true });
  for (let n = 0; n < count; n++) {
    const below = join(folder, String(Math.floor(n / 1000)).padStart(3, '0'));
    if (n % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `GEN-${String(n).padStart(6, '0')}.yaml`), caseText(n, seed, sound));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, count, seed = '1'] = process.argv.slice(2);
  if (!folder || !(Number(count) > 0)) {
    console.error('Usage: node scripts/generate-cases.mjs FOLDER COUNT [SEED]');
    process.exitCode = 2;
  } else generate(folder, Number(count), Number(seed));
}
