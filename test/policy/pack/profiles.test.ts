import { describe, expect, test } from 'vitest';
import { choosePacks, readProfiles } from '../../../src/policy/pack/profiles.ts';
import { readYaml } from '../../../src/yaml/read.ts';
import { policies } from '../../support/packs/policies.ts';

const profiles = policies.profiles();
const NATIONAL = 'national-timescales';

describe('the packs of a case', () => {
  test.each([
    ['leicester', undefined, ['leicester-dual-status', NATIONAL]],
    ['stoke-on-trent', undefined, ['stoke-on-trent-plan', NATIONAL]],
    ['buckinghamshire', undefined, ['bucks-cp-to-cla', NATIONAL]],
    [
      'leicester',
      ['repeat-plans', 'legal-planning'],
      ['leicester-dual-status', NATIONAL, 'repeat-plans', 'legal-planning'],
    ],
    ['leicester', [NATIONAL], ['leicester-dual-status', NATIONAL]],
    [undefined, ['repeat-plans'], ['repeat-plans']],
  ])('of %s with %s are %s', (authority, packs, expected) => {
    expect(choosePacks({ authority, packs }, profiles)).toMatchObject({ packs: expected });
  });

  test.each([
    ['Leicester', ' Did you mean `leicester`?'],
    ['stoke', ' Known: '],
  ])('of %s are not known:%s', (authority, hint) => {
    const says = expect.stringContaining(`There is no profile for the authority that the case names.${hint}`);
    expect(choosePacks({ authority }, profiles)).toEqual({ says, shown: expect.stringContaining(`\`${authority}\`.`) });
  });

  test('must come from an authority or be named', () => {
    expect(choosePacks({}, profiles)).toEqual({ says: expect.stringContaining('names no authority and no packs') });
  });

  test('of every profile that ships are there', () => {
    for (const { packs } of profiles) for (const name of packs) expect(policies.names()).toContain(name);
  });

  test('on repeat plans belong to no authority that ships', () => {
    const own = profiles.flatMap(({ packs }) => packs);
    expect(own).not.toContain('repeat-plans');
    expect(own).not.toContain('legal-planning');
  });
});

test('a profile without packs is an error with its place', () => {
  const { diagnostics } = readProfiles(readYaml('version: 1\nprofiles:\n  here: {title: Here, packs: []}\n'));
  expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[3, 'wrong_value']]);
});
