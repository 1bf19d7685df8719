import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/messages/diagnostic.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { edited } from '../../src/yaml/write.ts';

const TEXT = `# a case of nobody
version: 1
case: EX-0001   # the reference

answers:
  step_down: the_reason  # as the minutes say
  team_view:    "needed"


  # two blank lines stood above
dates: {initial_conference: 2026-01-02,   first_review_conference: 2026-04-02}
previous_plans:
  complete: yes
  plans:
    - {began: 2024-01-02, ended: 2024-06}
    # the second is the transfer
    - began: 2025
      ended: 2025-03-04
analysis:
  point_1:
    text: >-
      folded over
      two lines
# the end
`;

const lines = (text: string): string[] => text.split('\n');

/** Lines that are in one text and not in the other. */
function difference(path: Path, value: unknown): { gone: string[]; come: string[] } {
  const [before, after] = [lines(TEXT), lines(edited(TEXT, [{ path, value }]))];
  return { gone: before.filter((l) => !after.includes(l)), come: after.filter((l) => !before.includes(l)) };
}

describe('a change touches only the lines that it is about', () => {
  it.each<[string, Path, unknown, string[], string[]]>([
    [
      'a value keeps the comment beside it',
      ['answers', 'step_down'],
      'not_early',
      ['  step_down: the_reason  # as the minutes say'],
      ['  step_down: not_early  # as the minutes say'],
    ],
    [
      'a quoted value is replaced where it stands',
      ['answers', 'team_view'],
      'uncertain',
      ['  team_view:    "needed"'],
      ['  team_view:    uncertain'],
    ],
    ['a new answer is added to its group', ['answers', 'lpm_held'], 'no', [], ['  lpm_held: no']],
    [
      'a value within braces',
      ['dates', 'initial_conference'],
      '2026-02',
      ['dates: {initial_conference: 2026-01-02,   first_review_conference: 2026-04-02}'],
      ['dates: {initial_conference: 2026-02,   first_review_conference: 2026-04-02}'],
    ],
    [
      'a new plan is added to the list',
      ['previous_plans', 'plans', 2, 'began'],
      '2026-05-06',
      [],
      ['    - began: 2026-05-06'],
    ],
    ['a field is added to a plan', ['previous_plans', 'plans', 1, 'category'], 'NEG', [], ['      category: NEG']],
    ['a new part comes last', ['current_plan'], 'none', [], ['current_plan: none']],
    [
      'a text of several lines is added below',
      ['analysis', 'point_2', 'text'],
      'one\n# two: three',
      [],
      ['  point_2:', '    text: |-', '      one', '      # two: three'],
    ],
    [
      'a folded text gives way to another',
      ['analysis', 'point_1', 'text'],
      'one line\nand another',
      ['    text: >-', '      folded over', '      two lines'],
      ['    text: |-', '      one line', '      and another'],
    ],
    [
      'a plan within braces is taken away',
      ['previous_plans', 'plans', 0],
      undefined,
      ['    - {began: 2024-01-02, ended: 2024-06}'],
      [],
    ],
  ])('%s', (_, path, value, gone, come) => {
    expect(difference(path, value)).toEqual({ gone, come });
  });

  it('keeps Windows line ends and a byte order mark', () => {
    const text = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    const after = edited(text, [{ path: ['answers', 'x'], value: 'a\nb' }]);
    expect(after.startsWith('\uFEFF# a case')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('makes a group where nothing, or an empty one, stands', () => {
    for (const text of ['', 'answers:\n', 'answers: {}\n', 'version: 1']) {
      const after = edited(text, [{ path: ['answers', 'x'], value: 'yes' }]);
      expect((readYaml(after).value as Record<string, unknown>).answers, after).toEqual({ x: 'yes' });
    }
  });
});

const key = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    'yes',
    'no',
    'under 12',
    '2024-02-03',
    '2024',
    'true',
    'null',
    '- x',
    '# y',
    ': z',
    'a: b',
    '',
    ' ',
  ),
  fc.constantFrom<unknown>(
    1,
    2024,
    true,
    false,
    'two\nlines\n',
    'x\n\n# y\n  z',
    '"quoted"',
    "it's",
    '\ttab',
    'ünïcode',
    '\u2028',
  ),
  fc.string({ maxLength: 20, unit: 'binary' }).filter((s) => !/[\r\u0085\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u.test(s)),
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, scalar, tie('map'), tie('list')),
  map: fc.dictionary(key, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  list: fc.array(tie('node'), { maxLength: 3 }),
})).map;
const edit = fc.record({ path: fc.array(key, { minLength: 1, maxLength: 3 }), value: scalar });

function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const group =
    typeof root === 'object' && root !== null && !Array.isArray(root) ? (root as Record<string, unknown>) : {};
  return { ...group, [step]: withValue(group[step], rest, value) };
}

describe('whatever is written can be read again', () => {
  it('with the value set and every other value as it was', () => {
    fc.assert(
      fc.property(tree, fc.array(edit, { minLength: 1, maxLength: 4 }), (root, edits) => {
        const usable = edits.filter(({ path }) => !crossesList(root, path));
        const start = edited(
          '',
          Object.entries(root as object).map(([k, value]) => ({ path: [k], value })),
        );
        const text = edited(start, usable);
        const expected = usable.reduce<unknown>((value, one) => withValue(value, one.path, one.value), root);
        const read = readYaml(text);
        expect(read.diagnostics).toEqual([]);
        expect(read.value ?? {}).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

function crossesList(root: unknown, path: Path): boolean {
  let at = root;
  return path.some((step) => {
    if (Array.isArray(at)) return true;
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
    return Array.isArray(at);
  });
}

describe('a file that is closed by three dots', () => {
  const closed = `${TEXT}...\n# after the end\n`;

  it.each<[string, Path, unknown]>([
    ['a new part', ['current_plan'], 'none'],
    ['a new answer', ['answers', 'lpm_held'], 'no'],
    ['a text', ['analysis', 'point_2', 'text'], 'one\ntwo'],
    ['a value taken away', ['previous_plans', 'plans', 0], undefined],
  ])('changes only where %s is put', (_, path, value) => {
    const after = edited(closed, [{ path, value }]);
    expect(after.endsWith('...\n# after the end\n')).toBe(true);
    expect(after).toBe(`${edited(TEXT, [{ path, value }])}...\n# after the end\n`);
    expect(readYaml(after).diagnostics).toEqual([]);
  });
});

describe('a case file in JSON', () => {
  const value = {
    version: 1,
    case: 'EX-0001',
    packs: ['repeat-plans'],
    answers: { step_down: 'the_reason', team_view: { value: 'needed', note: 'a\nb' } },
    dates: {},
    decisions: [],
    plans: [{ began: '2024-01-02' }, { began: '2025' }],
  };
  const changes: [Path, unknown][] = [
    [['answers', 'step_down'], 'not_early'],
    [['answers', 'lpm_held'], 'no'],
    [['answers', 'team_view', 'note'], 'lines\nof "text" \u2028'],
    [['answers', 'team_view'], undefined],
    [['answers', 'step_down'], undefined],
    [['dates', 'initial_conference'], '2026-01-02'],
    [['decisions', 0], { question: 'further_plan', agrees: true }],
    [['plans', 2, 'began'], '2026'],
    [['plans', 0], undefined],
    [['plans', 1, 'ended'], '2026-02'],
    [['packs', 0], undefined],
    [['analysis', 'point_1', 'text'], 'yes'],
    [['case'], 'EX-0002'],
    [['current_plan'], { complete: true, list: ['a', { b: 1 }] }],
  ];

  it.each([
    ['with two spaces', JSON.stringify(value, null, 2)],
    ['with tabs', JSON.stringify(value, null, '\t')],
    ['in one line', JSON.stringify(value)],
    [
      'of many styles',
      JSON.stringify(value, null, 4)
        .replaceAll(/\{\s+"began"/g, '{"began"')
        .replace('{}', '{ }'),
    ],
    ['from Windows', `\uFEFF${JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')}\r\n`],
  ])('%s stays JSON', (_, text) => {
    for (const [path, set] of changes) {
      const after = edited(text, [{ path, value: set }]);
      const read = JSON.parse(after.replace('\uFEFF', ''));
      expect(
        path.reduce<unknown>((at, step) => Reflect.get(at as object, step), withParents(read, path)),
        after,
      ).toEqual(
        set === undefined && typeof path.at(-1) === 'number'
          ? (valueIn(value, path.with(-1, (path.at(-1) as number) + 1)) as unknown)
          : set,
      );
      const lines = (one: string): string[] => one.split(/\r?\n/).map((line) => line.replace(/,$/, ''));
      const gone = lines(text).filter((line) => !lines(after).includes(line));
      if (text.includes('\n')) expect(gone.length, `${path.join('.')}\n${after}`).toBeLessThanOrEqual(4);
    }
    const all = changes.slice(0, 3).map(([path, set]) => ({ path, value: set }));
    expect(() => JSON.parse(edited(text, all).replace('\uFEFF', ''))).not.toThrow();
  });

  it('keeps the spaces of one line where its first value goes', () => {
    expect(edited('{ "a": 1,   "b":2 , "c":  3 }', [{ path: ['a'], value: undefined }])).toBe('{ "b":2 , "c":  3 }');
  });

  const valueIn = (root: unknown, path: Path): unknown =>
    path.reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
      root,
    );

  /** Where a value was taken away, the groups above it may have gone with it in no case. */
  const withParents = (root: unknown, path: Path): unknown => {
    expect(valueIn(root, path.slice(0, -1))).toBeTypeOf('object');
    return root;
  };
});

it('Windows line ends in a text that was pasted are line ends like others', () => {
  for (const start of ['answers: {a: yes}\n', '{"answers": {}}']) {
    const after = edited(start, [{ path: ['analysis', 'point_1', 'text'], value: 'one\r\ntwo\r\n\r\nthree' }]);
    expect(readYaml(after).value).toMatchObject({ analysis: { point_1: { text: 'one\ntwo\n\nthree' } } });
  }
});
