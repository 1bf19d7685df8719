import { expect, test } from 'vitest';
import { broken, read } from '../../support/packs/broken-packs.ts';

const IN_PLAY = 'in_play: {asked_for: yes}';

const withDeciders = (text: string): string[] =>
  read(broken([IN_PLAY, `${IN_PLAY}\n    decided_by: ${text}`])).diagnostics.map(
    ({ code, says }) => `${code}: ${says}`,
  );

test.each([
  [
    'a role that nobody defines',
    '[{who: [team_manger], clauses: [SD-1]}]',
    'unknown_name: `team_manger` is not a role',
  ],
  [
    'an outcome that is not there',
    '[{who: [team_manager], outcomes: [manger], clauses: [SD-1]}]',
    'unknown_name: `manger` is not an outcome',
  ],
  [
    'a date that is none',
    '[{who: [team_manager], before: earlier_plans, clauses: [SD-1]}]',
    'unknown_name: `earlier_plans` is not a date',
  ],
  [
    'a clause that is not listed',
    '[{who: [team_manager], clauses: [SD-9]}]',
    'unknown_name: `SD-9` is not a listed clause',
  ],
  [
    'two deciders for one outcome',
    '[{who: [team_manager], clauses: [SD-1]}, {who: [social_worker], outcomes: [manager], clauses: [SD-1]}]',
    'duplicate_decider: Who decides on `manager`',
  ],
])('%s is an error in a pack', (_, text, says) => expect(withDeciders(text).join('\n')).toContain(says));

test('a decider that hangs together is taken', () =>
  expect(
    withDeciders('[{who: [team_manager], outcomes: [manager], before: conference_requested, clauses: [SD-1]}]'),
  ).toEqual([]));
