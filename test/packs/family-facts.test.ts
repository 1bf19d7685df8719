import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/vocabulary-schema.ts';
import { testsOf } from '../../src/policy/pack/condition.ts';
import { policies } from '../support/packs/policies.ts';

const packs = policies.names().map((name) => policies.pack(name).pack);
const shared = Object.entries(policies.vocabulary().vocabulary.facts);
const facts = new Map<string, Fact>([...shared, ...packs.flatMap((pack) => Object.entries(pack.facts ?? {}))]);
const common = [...facts].filter(([, fact]) => fact.family).map(([id]) => id);

test('what may be asked once for a family is dates of meetings, services, orders, where children live, and the agencies', () => {
  expect(common.sort()).toEqual([
    'became_looked_after',
    'child_in_need_meeting',
    'child_in_need_meeting_set',
    'conference_is_requested',
    'conference_quorum',
    'conference_requested',
    'core_group_absence',
    'core_group_delivery',
    'core_group_interval',
    'core_group_minutes_out',
    'core_group_minutes_sent',
    'ending_conference',
    'enquiry_made',
    'first_core_group',
    'first_core_group_held',
    'first_looked_after_review',
    'first_looked_after_review_held',
    'first_review_conference',
    'first_review_held',
    'has_foster_carers',
    'initial_conference',
    'initial_conference_held',
    'last_core_group',
    'legal_advice_considered_since',
    'legal_advice_sought',
    'legal_status',
    'lives_with',
    'lpm_considered_before_initial',
    'lpm_considered_before_review',
    'lpm_decision',
    'lpm_held',
    'moved_on',
    'next_core_group',
    'next_review_conference',
    'notified_of_move',
    'order_review_conference',
    'other_order',
    'other_order_made',
    'partner_agency_gaps',
    'proceedings_pending',
    'receiving_area_told',
    'review_date_in_care',
    'second_plan_duties_expected',
    'service_gaps_left',
    'services_repeated',
    'shared_date',
    'strategy_discussion',
    'transfer_arranged',
    'transfer_conference',
    'transfer_conference_held',
  ]);
});

test('of what shows an approval, only the decision of the one legal meeting may be asked once for a family', () => {
  const shows = packs.flatMap((pack) =>
    Object.values(pack.requirements)
      .filter(({ kind, evidence }) => kind === 'approval' && evidence)
      .flatMap(({ evidence }) => (evidence ? testsOf(evidence).map(({ fact }) => fact) : [])),
  );
  expect(shows.length).toBeGreaterThan(5);
  expect([...new Set(shows)].filter((fact) => common.includes(fact))).toEqual(['lpm_decision']);
});

test('what is urgent is asked of each child apart', () => {
  for (const id of ['removal', 'contact_refused', 'protection_needed_sooner', 'may_be_missing'])
    expect([id, facts.get(id)?.family]).toEqual([id, undefined]);
});
