import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '../../../src/facts/categories.ts';
import { LEGAL_STATUSES, PLACEMENTS } from '../../../src/facts/records/codes.ts';
import { assessedText, faultsOf } from '../../support/cases.ts';

// The codes of the national returns with the days on which each was in use, written out here apart from the program.

const ALWAYS = ['2016-04-01', '2026-11-20'];

/** Placement codes with a first and a last day in use; without one, in use on every day since 2016. */
const YEARS: Readonly<Record<string, { readonly from?: string; readonly to?: string }>> = {
  ...Object.fromEntries(
    'A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1'.split(' ').map((code) => [code, {}]),
  ),
  H5: { to: '2024-03-31' },
  P2: { to: '2024-03-31' },
  K3: { from: '2024-04-01' },
  Z11: { from: '2025-04-01' },
  Z12: { from: '2025-04-01' },
  Z13: { from: '2025-04-01' },
  Z14: { from: '2025-04-01' },
};

const dayBeside = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** What is said against an episode of one day. */
const episode = (day: string, codes: string): string[] =>
  assessedText(`looked_after: {complete: yes, episodes: [{began: ${day}, ended: ${day}, ${codes}}]}`, '2026-11-26')
    .diagnostics.map(({ code }) => code)
    .filter((code) => code === 'placement_code_out_of_use' || code === 'placement_not_allowed');

test('the program knows these placement codes, and no others', () =>
  expect([...PLACEMENTS].sort()).toEqual(Object.keys(YEARS).sort()));

describe.each(Object.entries(YEARS))('placement %s', (code, { from, to }) => {
  const inUse = [from ?? ALWAYS[0], to ?? ALWAYS[1]] as string[];
  const outside = [from && dayBeside(from, -1), to && dayBeside(to, 1)].filter((day) => day !== undefined);
  test(`is taken on ${inUse.join(' and ')}`, () =>
    expect(inUse.flatMap((day) => episode(day, `legal_status: C2, placement: ${code}`))).toEqual([]));
  if (outside.length > 0) {
    test(`is queried on ${outside.join(' and ')}`, () =>
      expect(outside.flatMap((day) => episode(day, `legal_status: C2, placement: ${code}`))).toEqual(
        outside.map(() => 'placement_code_out_of_use'),
      ));
  }
});

test('the program knows these codes of legal status, each in use on every day since 2016', () => {
  const codes = 'C1 C2 D1 E1 J1 J2 J3 L1 L2 L3 V2 V3 V4'.split(' ');
  expect(Object.keys(LEGAL_STATUSES).sort()).toEqual(codes);
  for (const code of codes) {
    expect(ALWAYS.flatMap((day) => episode(day, `legal_status: ${code}, placement: U6`))).toEqual([]);
  }
});

test('V3 is recorded by episode and V4 by agreement, and both are short breaks', () => {
  expect(LEGAL_STATUSES.V3).toMatch(/short breaks, recorded by episode/);
  expect(LEGAL_STATUSES.V4).toMatch(/short breaks, recorded by agreement/);
});

test.each([
  ['looked_after: {episodes: [{began: 2026-01-12, legal_status: V1, placement: U6}]}', 'V1'],
  ['looked_after: {episodes: [{began: 2026-01-12, legal_status: C3, placement: U6}]}', 'C3'],
  ['looked_after: {episodes: [{began: 2026-01-12, legal_status: C1, placement: Z10}]}', 'Z10'],
  ['looked_after: {episodes: [{began: 2026-01-12, legal_status: C1, placement: U7}]}', 'U7'],
  ['current_plan: {began: 2026-01-12, category: PHX}', 'PHX'],
])('%s is refused', (body) => expect(faultsOf(`version: 1\ncase: EX-1\n${body}`)).not.toEqual([]));

test('the categories of abuse are those of the census', () =>
  expect(Object.keys(CATEGORIES).sort()).toEqual(['EMO', 'MUL', 'NEG', 'PHY', 'SAB']));

test('a child under section 20 is not placed with the own parents; under an order the child may be', () => {
  expect(episode('2026-01-12', 'legal_status: V2, placement: P1')).toEqual(['placement_not_allowed']);
  expect(episode('2026-01-12', 'legal_status: C1, placement: P1')).toEqual([]);
});
