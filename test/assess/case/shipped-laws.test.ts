import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionResult } from '../../../src/assess/case/assessment.ts';
import { assessFindings } from '../../../src/assess/case/findings.ts';
import type { Masks } from '../../../src/assess/case/project.ts';
import { assessQuestions } from '../../../src/assess/case/questions.ts';
import { outcomeRestsOn, outcomeWouldChange, regionOf } from '../../../src/assess/explain/reasons.ts';
import { NO_CALENDAR } from '../../../src/calendar/working-days.ts';
import { shortest } from '../../../src/logic/walks.ts';
import { type CompiledPack, GAP, NOT_IN_PLAY } from '../../../src/policy/compile/compiled.ts';
import { assessed, caseFiles } from '../../support/cases.ts';
import { canBe, endIn, holdsIn, isInPlay, type World } from '../../support/packs/brute.ts';
import { policies } from '../../support/packs/policies.ts';
import { knowledgeOf } from '../../support/packs/random-pack.ts';
import { endOf } from '../../support/packs/tables.ts';

/** A fact that says what the file shows of others cannot be otherwise on its own. */
const isWhatIsShown = (fact: string, { pack }: QuestionResult): boolean =>
  'shown' in (pack.facts.get(fact)?.derive ?? {});

const named = (end: string): string => (end === NOT_IN_PLAY ? 'not_in_play' : end === GAP ? 'silent' : end);

const regionsOf = (mask: number | undefined, regions: number): number[] =>
  Array.from({ length: regions }, (_, r) => r).filter((r) => mask === undefined || mask & (1 << r));

/** Worlds that what is known leaves open. */
const worldIn = ({ variables }: CompiledPack, known: Masks): fc.Arbitrary<World> =>
  fc.tuple(...variables.map(({ regions }, v) => fc.constantFrom(...regionsOf(known[v], regions))));

const findings = (pack: CompiledPack, masks: Masks) =>
  assessFindings({
    pack,
    masks,
    sheet: { states: new Map(), isAbsent: () => false, diagnostics: [] },
    asAt: '2026-01-01',
    calendar: NO_CALENDAR,
    listsEveryMeeting: false,
  });

describe.each(policies.names())('%s', (name) => {
  const pack = policies.pack(name);
  const known = knowledgeOf(pack);
  const knownAndWorld = known.chain((masks) => fc.record({ masks: fc.constant(masks), world: worldIn(pack, masks) }));

  test('its diagrams say in every complete world what its rules, read one by one, say', () => {
    fc.assert(
      fc.property(worldIn(pack, []), (world) => {
        fc.pre(canBe(world, pack));
        for (const { id, route } of pack.questions) expect(endOf(route, world)).toBe(endIn(id, world, pack));
        for (const { requirement, applies } of pack.requirements) {
          const { question, when } = requirement;
          expect(endOf(applies, world)).toBe(isInPlay(question, world, pack) && holdsIn(when, world, pack));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the outcome of every completion is among those that are possible', () => {
    fc.assert(
      fc.property(knownAndWorld, ({ masks, world }) => {
        fc.pre(canBe(world, pack));
        for (const { id, possible } of assessQuestions(pack, masks)) {
          expect(possible).toContain(named(endIn(id, world, pack)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every outcome that is possible is that of some completion', () => {
    fc.assert(
      fc.property(known, (masks) => {
        for (const { compiled, id, possible } of assessQuestions(pack, masks)) {
          for (const outcome of possible) {
            const open = pack.diagrams.restrict(compiled.route, masks);
            const way = shortest(open, (end) => named(String(end)) === outcome);
            const world = pack.variables.map(({ regions }, v) => {
              const open = regionsOf(masks[v], regions);
              const wanted = way?.get(v) ?? -1;
              return open.includes(wanted) ? wanted : (open[0] as number);
            });
            if (canBe(world, pack)) expect(named(endIn(id, world, pack))).toBe(outcome);
          }
        }
      }),
    );
  });

  test('learning more never brings back an outcome, and never changes a finding that was known', () => {
    fc.assert(
      fc.property(knownAndWorld, fc.array(fc.nat(pack.variables.length - 1)), ({ masks, world }, learnt) => {
        fc.pre(canBe(world, pack));
        const later = masks.map((mask, v) => (learnt.includes(v) ? 1 << (world[v] as number) : mask));
        const before = assessQuestions(pack, masks);
        assessQuestions(pack, later).forEach((q, i) => {
          expect(before[i]?.possible).toEqual(expect.arrayContaining([...q.possible]));
        });
        const after = findings(pack, later);
        findings(pack, masks).forEach(({ state }, i) => {
          if (state !== 'unknown') expect(after[i]?.state).toBe(state);
        });
      }),
    );
  });

  test('a fact on which a question does not hang cannot change it on its own', () => {
    fc.assert(
      fc.property(knownAndWorld, ({ masks, world }) => {
        fc.pre(canBe(world, pack));
        for (const { id, possible, hangsOn } of assessQuestions(pack, masks)) {
          for (const [v, { fact }] of pack.variables.entries()) {
            if (masks[v] !== undefined || hangsOn.some((one) => one === fact)) continue;
            const later = assessQuestions(pack, masks.with(v, 1 << (world[v] as number)));
            expect(later.find((q) => q.id === id)?.possible, fact).toEqual(possible);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(caseFiles)('%s', (path) => {
  const { questions, masks } = assessed(path);
  const known = ({ pack }: QuestionResult): Masks => masks.get(pack) ?? [];
  const again = (q: QuestionResult, other: Masks) => assessQuestions(q.pack, other).find(({ id }) => id === q.id);

  test('what each outcome rests on is enough for it, and no part of that can be left out', () => {
    for (const q of questions.filter(({ state }) => state !== 'undecided')) {
      const rests = outcomeRestsOn(q, known(q)).map((fact) => q.pack.variableOf.get(fact) as number);
      const only = (kept: readonly number[]) => known(q).map((mask, v) => (kept.includes(v) ? mask : undefined));
      expect(again(q, only(rests))?.possible).toEqual(q.possible);
      for (const v of rests)
        expect(again(q, only(rests.filter((other) => other !== v)))?.possible).not.toEqual(q.possible);
    }
  });

  test('what would change an outcome does, to what is said; and no single change is left out', () => {
    for (const q of questions) {
      const listed = new Map(
        outcomeWouldChange(q, known(q)).map(({ changes, outcomes }) => [
          changes.map(({ fact, to }) => `${fact}=${to}`).join(),
          outcomes.toSorted(),
        ]),
      );
      for (const [v, { fact, regions }] of q.pack.variables.entries()) {
        const mask = known(q)[v];
        if (mask === undefined || mask & (mask - 1) || isWhatIsShown(fact, q)) continue;
        for (const region of regionsOf(undefined, regions)) {
          const possible = again(q, known(q).with(v, 1 << region))?.possible.toSorted();
          const changed = String(possible) !== String(q.possible.toSorted());
          const said = listed.get(`${fact}=${regionOf(q.pack, v, region)}`);
          if (said !== undefined || changed) expect(said, `${q.id}: ${fact}`).toEqual(possible);
        }
      }
    }
  });
});
