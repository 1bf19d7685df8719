// Inputs as large as the limits allow, in the shapes that cost most: case files, patterns, templates and packs.

const MOST_LETTERS = 1_040_000;
const HEAD = 'version: 1\ncase: EX-0001\nauthority: stoke-on-trent\nas_at: 2026-11-20\n';

const many = (count, part) => Array.from({ length: count }, (_, i) => part(i)).join('');
const list = (count, part) => `[${many(count, (i) => `${part(i)}, `)}]`;

/** A text of a unit, again and again. */
const full = (unit, letters) => unit.repeat(Math.floor(letters / unit.length));

/** What Markdown, YAML, HTML or a terminal could take for more than letters. */
const UNITS = [
  ...['*', '[', '](', '_a ', '`', '<', '&amp;', '> ', '~', '# ', '.', '- ', '|', '\\\\', 'word ', 'a', ' ', '![', '@'],
  ...['http://a.b ', 'www.a ', 'x@y.z ', '\\u202e', '1', '2024-01-02 ', '1. ', ' . ', "'", '\\"', ':', '%', '{', 'é'],
];

const day = (i) => `20${String(10 + (i % 16)).padStart(2, '0')}-${String((i % 12) + 1).padStart(2, '0')}-11`;

/** Bodies of case files, each with as much as one may have. */
const BODIES = [
  (dice) => `analysis:\n  point_1: {text: "${full(dice.pick(UNITS), MOST_LETTERS)}"}\n`,
  (dice) => `about: "${full(dice.pick(UNITS), MOST_LETTERS)}"\n`,
  (dice) => {
    const unit = dice.pick(['a', '- a', '1. a', '', '* * *', '> a', 'a  ', '=']);
    return `analysis:\n  point_1:\n    text: |\n${many(49_000, () => `      ${unit}\n`).slice(0, MOST_LETTERS)}`;
  },
  (dice) => `answers: {${many(2950, (i) => `${dice.pick(['conference_sought', 'step_down', 'x'])}${i}: yes, `)}}\n`,
  () => many(40_000, (i) => `key${i}: 1\n`),
  () => many(40_000, () => 'about: 1\n'),
  () => many(12_000, (i) => `# cpplan accepts secund_plan until 2027-01-31 (team_manager): known since ${i}\n`),
  () => many(49_000, () => '\n'),
  () => `${' '.repeat(MOST_LETTERS)}\n`,
  () => `about: ${list(400_000, () => '1')}\n`,
  () => `about: ${'['.repeat(500_000)}${']'.repeat(500_000)}\n`,
  () => `${'k'.repeat(MOST_LETTERS)}: 1\n`,
  () => `family: ${'f'.repeat(MOST_LETTERS)}\n`,
  () => `answers: {conference_sought: ${'y'.repeat(MOST_LETTERS)}}\n`,
  (dice) =>
    `previous_plans: {complete: yes, plans: ${list(50, (i) => (dice.chance(0.5) ? `{began: ${day(i)}, ended: ${day(i + 3)}}` : `{began: ${2000 + (i % 26)}}`))}}\n`,
  (dice) =>
    `looked_after: {complete: ${dice.pick(['yes', 'no'])}, episodes: ${list(100, (i) => (dice.chance(0.7) ? `{began: ${day(i)}, ended: ${day(i + 1)}, legal_status: ${dice.pick(['V2', 'C1', 'E1'])}}` : '{legal_status: V2}'))}}\n`,
  (dice) =>
    `meetings: {complete: no, list: ${list(200, (i) => `{kind: ${dice.pick(['core_group', 'review_conference', 'initial_conference'])}, date: ${day(i)}, held: ${dice.pick(['true', 'false'])}}`)}}\n`,
  (dice) =>
    `decisions: ${list(390, (i) => `{question: ${dice.pick(['cease_plan', 'further_plan', `q${i}`])}, outcome: none, by: team_manager, date: ${day(i)}, agrees: ${dice.pick(['yes', 'no'])}}`)}\n`,
  (dice) =>
    `expect: {${dice.pick(['clauses', 'findings', 'questions'])}: {${many(2900, (i) => `ST-0${i % 9}.${i}: met, `)}}}\n`,
  () => `analysis: {point_1: {text: x, covers: ${list(2900, (i) => `point${i}`)}}}\n`,
];

const READERS = [
  ...[['check'], ['check', '--format', 'sarif', '--show', 'note'], ['screen', '--no-input'], ['explain'], ['write']],
  ...[['compare'], ['worksheet'], ['rationale'], ['rationale', '--form', 'full', '--format', 'html']],
  ...[
    ['rationale', '--format', 'text'],
    ['screen', '--no-input', '--format', 'json'],
  ],
];

const of = ([command, ...options], ...paths) => [command, ...paths, ...options];

/** A case file of a megabyte, of 50,000 lines, or with as many plans, meetings, decisions or faults as it may have. */
export function largestCase(dice) {
  const text = `${HEAD}${dice.pick(BODIES)(dice)}`;
  return { files: { 'a.yaml': text }, argv: of(dice.pick(READERS), 'a.yaml') };
}

/** Patterns of up to a thousand letters, against names of 250. */
export function largestPattern(dice) {
  const pieces = ['*', '**', '?', '[a-c]', '[!b]', '{a,b}', '{a,*a}', 'a', '*a', 'a*', '/', '**/', '(a+)+', '\\(', '"'];
  const some = Array.from({ length: 1 + dice.below(3) }, () => dice.pick(pieces)).join('');
  // never from the root of the machine
  const pattern = `${full(some, 1 + dice.below(990)).replace(/^\/+/, '')}${dice.pick(['b.yaml', '*', '.yaml'])}`;
  const names = Array.from({ length: 20 }, (_, i) => `${'a'.repeat(230)}${i}.yaml`);
  const deep = `${'a/'.repeat(100)}a.yaml`;
  const files = Object.fromEntries([...names, deep].map((name) => [name, `${HEAD}# ${name.length}\n`]));
  if (dice.chance(0.5)) return { files, argv: ['check', pattern] };
  return {
    files: { ...files, 'cpplan.config.yaml': `version: 1\nignore: [${JSON.stringify(pattern)}]\n` },
    argv: ['check', '.'],
  };
}

const LOOPS = ['{% for a in (1..900) %}', '{% for b in (1..900) %}', '{% for c in (1..100) %}'];

/** Templates of up to 100,000 letters, or that make as much as they can. */
export function largestTemplate(dice) {
  const unit = dice.pick([
    '*a_',
    '[',
    '- a\n',
    '> ',
    '`',
    '* a\n',
    '1. a\n',
    'a\n',
    '    a\n',
    '|',
    '&',
    '<',
    ...UNITS,
  ]);
  const depth = dice.below(4);
  const body = dice.pick([
    ' ',
    '\t',
    `${' '.repeat(100)}x`,
    unit,
    '\n',
    '\n ',
    '{{ a }}',
    '{% assign x = "y" | append: x %}',
  ]);
  const text = dice.pick([
    () => full(unit, 98_000),
    () => `${LOOPS.slice(0, depth).join('')}${body}${'{% endfor %}'.repeat(depth)}x`,
    () =>
      `{% assign x = "${body.slice(0, 90).replaceAll('"', '')}" %}${'{% assign x = x | append: x %}'.repeat(4 + dice.below(30))}{{ x }}`,
    () =>
      `{% assign l = (1..${10 ** dice.below(8)}) %}{{ l | join: "${body.slice(0, 9)}" | split: "" | sort | uniq | join: ", " }}`,
    () => `${'{% if case %}'.repeat(1 + dice.below(8000))}x`,
    () => `{% capture x %}${full(' ', 40_000)}x{% endcapture %}${'{{ x }}'.repeat(1 + dice.below(40))}`,
  ])();
  const argv = ['rationale', 'a.yaml', '--template', 't.md', '--format', dice.pick(['markdown', 'html', 'text'])];
  return { files: { 'a.yaml': HEAD, 't.md': text.slice(0, 100_000) }, argv };
}

const [FACTS, QUESTIONS, RULES] = [290, 40, 400];

const yes = (i) => `{f${i % FACTS}: yes}`;
const all = (...parts) => `{all: [${parts.join(', ')}]}`;
const any = (...parts) => `{any: [${parts.join(', ')}]}`;
const times = (count, part) => Array.from({ length: count }, (_, i) => part(i));

/** Conditions of a rule, by its number; some are small and many, some grow without bounds in this order. */
const CONDITIONS = [
  () => (i) => yes(i * 7),
  (dice) => {
    const [width, step] = [1 + dice.below(12), 1 + dice.below(50)];
    return (i) => all(...times(width, (m) => yes(i * step + m)));
  },
  (dice) => {
    const half = 2 + dice.below(12);
    return (i) => any(...times(half, (m) => all(yes(i * 3 + m), yes(i * 3 + m + half))));
  },
  (dice) => {
    const width = 1 + dice.below(40);
    return (i) => any(...times(width, (m) => `{not: ${all(yes(i + m), yes(i * m + 1))}}`));
  },
  () => (i) => (i === 0 ? any(...times(8_000, (m) => yes(m))) : yes(i)),
];

function question(id, rules, when) {
  const own = times(
    rules,
    (k) => `          r${id}_${k}: {when: ${when(id * rules + k)}, outcome: ${'ab'[k % 2]}, clauses: [SD-1]}\n`,
  );
  return `  q${id}:\n    title: Q\n    asks: Q?\n    in_play: ${id % 2 ? yes(id) : '{all: []}'}\n    outcomes: {a: {says: A.}, b: {says: B.}}\n    stages:\n      - id: s\n        rules:\n${own.join('')}`;
}

/** A policy pack with as many facts, options, questions, rules and requirements as it may have. */
export function largestPack(dice) {
  const options = dice.pick([undefined, 2, 28]);
  const fact = (i) =>
    `  f${i}: {type: ${options ? `choice, options: {yes: y, ${many(options, (o) => `o${o}: o, `)}}` : 'yes_no'}, label: f${i}}\n`;
  const questions = dice.pick([1, 2, QUESTIONS]);
  const rules = Math.ceil(dice.pick([2, 20, RULES]) / questions);
  const when = dice.pick(CONDITIONS)(dice);
  const requirement = (i) =>
    `  x${i}: {kind: record, question: q0, says: S, clauses: [SD-1], when: ${when(i)}, evidence: ${yes(i + 77)}, who: social_worker}\n`;
  const pack =
    'pack: large\nversion: 1.0.0\npublished: 2026-01-05\nsource: {title: T, publisher: nobody, dated: undated, standing: tests}\n' +
    `facts:\n${many(FACTS, fact)}ask: [${many(FACTS, (i) => `{about: f${i}}, `)}]\n` +
    `questions:\n${many(questions, (id) => question(id, rules, when))}` +
    `requirements:\n${many(dice.pick([1, 50, RULES]), requirement)}clauses:\n  SD-1: {section: S, paragraph: 1, says: S.}\n`;
  const argv = dice.pick([
    ...[
      ['policy', 'verify'],
      ['policy', 'show', 'large'],
      ['policy', 'list'],
      ['check', 'a.yaml'],
      ['explain', 'a.yaml'],
    ],
    ...[
      ['screen', 'a.yaml', '--no-input'],
      ['policy', 'test', '--cases', 'a.yaml'],
      ['rationale', 'a.yaml'],
    ],
  ]);
  const own = 'version: 1\ncase: EX-0001\nas_at: 2026-01-05\npacks: [large]\nanswers: {f0: yes, f1: no, f9: yes}\n';
  return {
    files: { 'p/large.yaml': pack.length > 390_000 ? pack.slice(0, 390_000) : pack, 'a.yaml': own },
    argv: [...argv, '--policies', 'p'],
  };
}
