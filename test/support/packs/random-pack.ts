import fc from 'fast-check';
import { compile } from '../../../src/policy/compile/compile.ts';
import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';
import { readPack } from '../../../src/policy/pack/read-pack.ts';
import { readYaml } from '../../../src/yaml/read.ts';

type Text = Record<string, unknown>;

const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  lamp: fc.constantFrom('yes', 'no'),
  door: fc.constantFrom('yes', 'no'),
  colour: fc.subarray(['red', 'green', 'blue'], { minLength: 1 }),
  count: fc.constantFrom(0, 1, 'at least 2', 'under 2', '1 to 2'),
  wait: fc.constantFrom('under 3', 'at most 3', 'at least 3', 'over 5'),
};

const FACTS = {
  lamp: { type: 'yes_no', label: 'the lamp' },
  door: { type: 'yes_no', label: 'the door' },
  colour: { type: 'choice', label: 'the colour', options: { red: 'red', green: 'green', blue: 'blue' } },
  count: { type: 'number', label: 'the count' },
  wait: { type: 'months', label: 'the wait' },
};

const test = fc.constantFrom(...Object.keys(FACTS)).chain((fact) => {
  return (VALUES[fact] as fc.Arbitrary<unknown>).map((value): Text => ({ [fact]: value }));
});

/** Conditions over the facts, and over whatever else is named. */
function conditions(...others: Text[]): fc.Arbitrary<Text> {
  const leaf = others.length > 0 ? fc.oneof({ weight: 3, arbitrary: test }, fc.constantFrom(...others)) : test;
  return fc.letrec<{ any: Text }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
      fc.record({ not: tie('any') }),
    ),
  })).any;
}

const OUTCOMES = ['left', 'right', 'straight'] as const;
const CLAUSES = ['AB-1'];

interface RuleText {
  readonly when: Text;
  readonly excepts: boolean;
}

/** Two stages of two rules; the ids say which is which, and between them they lead to every outcome. */
function stages(id: string, rules: readonly RuleText[], outcomes: readonly string[]): Text[] {
  const names = rules.map((_, i) => `${id}_${i}`);
  const texts = rules.map(({ when, excepts }, i) => ({
    when,
    outcome: outcomes[i],
    clauses: CLAUSES,
    ...(excepts && { except: [names[i % 2 === 0 ? i + 1 : i - 1]] }),
  }));
  const pair = (i: number) => Object.fromEntries([i, i + 1].map((place) => [names[place], texts[place]]));
  return [
    { id: 'first', rules: pair(0) },
    { id: 'second', rules: pair(2) },
  ];
}

function question(id: string, ...others: Text[]): fc.Arbitrary<Text> {
  const when = conditions({ term: 'bright' }, ...others);
  const rules = fc.array(fc.record({ when, excepts: fc.boolean() }), { minLength: 4, maxLength: 4 });
  const outcomes = fc
    .constantFrom(...OUTCOMES)
    .chain((again) => fc.shuffledSubarray([...OUTCOMES, again], { minLength: 4 }));
  return fc.record({ in_play: when, rules, outcomes }).map((q) => ({
    title: 'Way',
    asks: 'Which way?',
    in_play: q.in_play,
    stages: stages(id, q.rules, q.outcomes),
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, { says: outcome }])),
  }));
}

const requirement = { question: 'way', who: 'driver', says: 'do it', clauses: CLAUSES };

const packText = fc
  .record({
    bright: conditions(),
    way: question('way'),
    next: question('next', { outcome: 'way.left' }),
    when: fc.tuple(...[0, 1, 2, 3].map(() => conditions({ term: 'bright' }, { outcome: 'way.right' }))),
    evidence: conditions(),
    impossible: fc.array(conditions(), { maxLength: 1 }),
  })
  .map(({ bright, way, next, when, evidence, impossible }) => ({
    pack: 'random',
    version: '1.0.0',
    published: '2026-01-01',
    source: { title: 'A text', publisher: 'nobody', dated: 'undated', standing: 'none' },
    roles: { driver: 'Driver' },
    facts: FACTS,
    analyses: { essay: { title: 'Essay', asks: 'Why?', question: 'way', who: 'driver' } },
    ask: Object.keys(FACTS).map((about) => ({ about })),
    terms: { bright: { means: bright, says: 'it is bright' } },
    impossible: impossible.map((w) => ({ when: w, because: 'it cannot be' })),
    questions: { way, next },
    requirements: {
      shown: { ...requirement, kind: 'record', when: when[0], evidence },
      done: { ...requirement, kind: 'action', when: when[1] },
      written: { ...requirement, kind: 'analysis', in: 'essay', when: when[2] },
    },
    indicators: { sign: { question: 'next', points: 'for', says: 'a sign', clauses: CLAUSES, when: when[3] } },
    clauses: { 'AB-1': { section: 'A', paragraph: 1, says: 'a clause' } },
  }));

/** A pack of the generator, compiled as a shipped one is. */
export function compiled(text: unknown): CompiledPack {
  const { data, diagnostics } = readPack(readYaml(JSON.stringify(text)), { version: 1, roles: {}, facts: {} });
  if (!data) throw new Error(diagnostics.map((d) => d.says).join('\n'));
  return { ...compile(data), ...{ [fc.toStringMethod]: () => JSON.stringify(text) } };
}

/** Small packs that say arbitrary things about a lamp, a door, a colour, a count and a wait. */
export const packTexts: fc.Arbitrary<Text> = packText;

/** The same, without combinations that are ruled out. */
export const freePackTexts: fc.Arbitrary<Text> = packText.map((text) => ({ ...text, impossible: [] }));

/** What may be known of the variables of a pack: some regions ruled out, never all. */
export const knowledgeOf = ({ variables }: CompiledPack): fc.Arbitrary<(number | undefined)[]> =>
  fc.tuple(...variables.map(({ regions }) => knownRegions(regions)));

function knownRegions(regions: number): fc.Arbitrary<number | undefined> {
  const all = (1 << regions) - 1;
  return fc.oneof(
    fc.constant(undefined),
    fc.nat(regions - 1).map((region) => 1 << region),
    fc.integer({ min: 1, max: all }).map((mask) => (mask === all ? undefined : mask)),
  );
}
