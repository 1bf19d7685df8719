import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessFindings } from '../../../src/assess/case/findings.ts';
import { assessQuestions } from '../../../src/assess/case/questions.ts';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { truth } from '../../../src/logic/walks.ts';
import { CONFLICT, type CompiledPack, GAP, NOT_IN_PLAY } from '../../../src/policy/compile/compiled.ts';
import { canBe, endIn, holdsIn, isInPlay, isOpen, type World, worldsOf } from '../../support/packs/brute.ts';
import { compiled, freePackTexts, knowledgeOf, packTexts } from '../../support/packs/random-pack.ts';
import { endOf } from '../../support/packs/tables.ts';

type Known = (number | undefined)[];

const worlds = (pack: CompiledPack): World[] => worldsOf(pack.variables.map((v) => v.regions));

const findings = (pack: CompiledPack, masks: Known) =>
  assessFindings({
    pack,
    masks,
    sheet: { states: new Map(), isAbsent: () => false, diagnostics: [] },
    asAt: '2026-01-01',
    calendar: NO_CALENDAR,
    listsEveryMeeting: false,
  });

const named = (end: string): string => (end === NOT_IN_PLAY ? 'not_in_play' : end === GAP ? 'silent' : end);

/** A random pack with something known about it. */
const situations = (texts: fc.Arbitrary<unknown>) =>
  texts.map(compiled).chain((pack) => fc.record({ pack: fc.constant(pack), known: knowledgeOf(pack) }));

const narrowed = (known: Known, more: Known): Known =>
  known.map((mask, v) => {
    const both = (mask ?? -1) & (more[v] ?? -1);
    return both === 0 || both === -1 ? mask : both;
  });

describe('in every world that can be', () => {
  test('the diagram of a question ends where its rules, read one by one, say', () => {
    fc.assert(
      fc.property(packTexts.map(compiled), (pack) => {
        for (const world of worlds(pack).filter((w) => canBe(w, pack))) {
          for (const { id, route } of pack.questions) expect(endOf(route, world)).toBe(endIn(id, world, pack));
        }
      }),
    );
  });

  test('a requirement applies, and an indicator speaks, where its question is in play and its condition holds', () => {
    fc.assert(
      fc.property(packTexts.map(compiled), (pack) => {
        for (const world of worlds(pack).filter((w) => canBe(w, pack))) {
          for (const { requirement, applies, evidence } of pack.requirements) {
            const { question, when, evidence: shown } = requirement;
            expect(endOf(applies, world)).toBe(isInPlay(question, world, pack) && holdsIn(when, world, pack));
            if (shown) expect(endOf(evidence, world)).toBe(holdsIn(shown, world, pack));
          }
          for (const { indicator, applies } of pack.indicators) {
            const { question, when } = indicator;
            expect(endOf(applies, world)).toBe(isInPlay(question, world, pack) && holdsIn(when, world, pack));
          }
        }
      }),
    );
  });
});

describe('whatever the missing answers turn out to be', () => {
  test('the possible outcomes are those of the worlds still open, no more and no fewer', () => {
    fc.assert(
      fc.property(situations(packTexts), ({ pack, known }) => {
        const open = worlds(pack).filter((w) => isOpen(w, known) && canBe(w, pack));
        fc.pre(open.length > 0);
        for (const { id, possible } of assessQuestions(pack, known)) {
          const ends = new Set(open.map((world) => endIn(id, world, pack)));
          if (!ends.has(CONFLICT)) expect(new Set(possible)).toEqual(new Set([...ends].map(named)));
          for (const end of ends) if (end !== CONFLICT) expect(possible).toContain(named(end));
        }
      }),
    );
  });

  test('a requirement that is met, outstanding or not applicable is so in every one of those worlds', () => {
    fc.assert(
      fc.property(situations(packTexts), ({ pack, known }) => {
        const open = worlds(pack).filter((w) => isOpen(w, known) && canBe(w, pack));
        fc.pre(open.length > 0);
        for (const { rule, state } of findings(pack, known)) {
          const compiledOne = pack.requirements.find((r) => r.id === rule);
          if (!compiledOne) continue;
          const { applies, evidence } = compiledOne;
          const states = open.map((world) =>
            !endOf(applies, world) ? 'not_applicable' : endOf(evidence, world) ? 'met' : 'outstanding',
          );
          if (state !== 'unknown') expect(new Set(states)).toEqual(new Set([state]));
          else expect(new Set(states).size).toBeGreaterThan(1);
        }
      }),
    );
  });
});

/** Something known, and more known beside it that does not contradict what the pack takes to be possible. */
const learning = situations(packTexts)
  .chain(({ pack, known }) =>
    fc.record({ pack: fc.constant(pack), known: fc.constant(known), more: knowledgeOf(pack) }),
  )
  .map(({ pack, known, more }) => ({ pack, known, later: narrowed(known, more) }))
  .filter(({ pack, later }) => truth(pack.possible, later) !== false);

describe('learning more', () => {
  test('never brings back an outcome that was ruled out, and never unsettles one', () => {
    fc.assert(
      fc.property(learning, ({ pack, known, later }) => {
        const before = assessQuestions(pack, known);
        assessQuestions(pack, later).forEach((q, i) => {
          expect(before[i]?.possible).toEqual(expect.arrayContaining([...q.possible]));
        });
      }),
    );
  });

  test('never changes a finding that was known', () => {
    fc.assert(
      fc.property(learning, ({ pack, known, later }) => {
        const after = findings(pack, later);
        findings(pack, known).forEach((finding, i) => {
          if (finding.state !== 'unknown') expect(after[i]?.state).toBe(finding.state);
        });
      }),
    );
  });
});

describe('order changes nothing', () => {
  const shuffled = fc.tuple(freePackTexts, fc.infiniteStream(fc.nat(1000))).map(([text, dice]) => {
    const roll = (): number => dice.next().value as number;
    const mix = <T>(list: readonly T[]): T[] =>
      list
        .map((item) => ({ item, at: roll() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    return { text, other: mixed(text, mix) };
  });

  test('neither that of the rules of a stage, nor that in which facts are asked', () => {
    fc.assert(
      fc.property(
        shuffled.chain(({ text, other }) => {
          const [pack, again] = [compiled(text), compiled(other)];
          return fc.record({ pack: fc.constant(pack), again: fc.constant(again), known: knowledgeOf(pack) });
        }),
        ({ pack, again, known }) => {
          const moved = again.variables.map(({ fact }) => known[pack.variableOf.get(fact) as number]);
          expect(plainResults(again, moved)).toEqual(plainResults(pack, known));
        },
      ),
    );
  });
});

type Mix = <T>(list: readonly T[]) => T[];

/** The same pack with its rules, within each stage, and its `ask` list in another order. */
function mixed(text: Record<string, unknown>, mix: Mix): unknown {
  const questions = text.questions as Record<string, { stages: { rules: object }[] }>;
  const remade = Object.entries(questions).map(([id, question]) => {
    const stages = question.stages.map((stage) => ({
      ...stage,
      rules: Object.fromEntries(mix(Object.entries(stage.rules))),
    }));
    return [id, { ...question, stages }];
  });
  return { ...text, ask: mix(text.ask as unknown[]), questions: Object.fromEntries(remade) };
}

/** Results without order, by name. */
function plainResults(pack: CompiledPack, known: Known): unknown {
  return {
    questions: assessQuestions(pack, known).map((q) => ({
      id: q.id,
      state: q.state,
      possible: q.possible.toSorted(),
      rules: q.rules.toSorted(),
      hangsOn: q.hangsOn.toSorted(),
    })),
    findings: findings(pack, known).map((f) => ({ rule: f.rule, state: f.state, hangsOn: f.hangsOn.toSorted() })),
  };
}

describe('what a question hangs on', () => {
  test('is every unknown fact that can still change it, and no other', () => {
    fc.assert(
      fc.property(situations(freePackTexts), ({ pack, known }) => {
        const open = worlds(pack).filter((w) => isOpen(w, known));
        const opens = new Set(open.map(String));
        for (const { id, possible, hangsOn } of assessQuestions(pack, known)) {
          if (possible.length < 2) continue;
          const matters = (v: number, regions: number): boolean =>
            open.some((world) =>
              Array.from({ length: regions }, (_, r) => world.with(v, r)).some(
                (other) => opens.has(String(other)) && endIn(id, other, pack) !== endIn(id, world, pack),
              ),
            );
          const expected = pack.variables.filter(({ regions }, v) => matters(v, regions)).map(({ fact }) => fact);
          expect(hangsOn.toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a pack takes to be impossible', () => {
  const rule = (colour: string, outcome: string) => ({ when: { colour }, outcome, clauses: ['AB-1'] });
  const pack = compiled({
    pack: 'colours',
    version: '1.0.0',
    published: '2026-01-01',
    source: { title: 'A text', publisher: 'nobody', dated: 'undated', standing: 'none' },
    facts: {
      colour: {
        type: 'choice',
        label: 'the colour',
        asks: 'Which colour?',
        options: { red: 'red', green: 'green', blue: 'blue' },
      },
    },
    ask: [{ about: 'colour' }],
    impossible: [{ when: { colour: 'blue' }, because: 'nothing is blue here' }],
    questions: {
      way: {
        title: 'Way',
        asks: 'Which way?',
        in_play: { all: [] },
        outcomes: { left: { says: 'left' }, right: { says: 'right' }, back: { says: 'back' } },
        stages: [{ id: 'only', rules: { a: rule('red', 'left'), b: rule('green', 'right'), c: rule('blue', 'back') } }],
      },
    },
    clauses: { 'AB-1': { section: 'A', paragraph: 1, says: 'a clause' } },
  });
  const way = (mask: number) => assessQuestions(pack, [mask])[0];

  test('is left out of what remains possible', () => {
    expect(way(0b110)?.possible).toEqual(['right']);
    expect(way(0b110)?.rules).toEqual(['b']);
    expect(way(0b111)?.possible).toEqual(['left', 'right']);
  });

  test('settles nothing where the answers say it all the same', () => {
    expect(way(0b100)).toMatchObject({ state: 'undecided', possible: ['left', 'right'] });
  });
});
