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
