import { expect, test } from 'vitest';
import { given, inMemory, values } from '../../support/returns.ts';

const TABLES = {
  person: `pers_person_id,pers_forename,pers_dob,pers_expected_dob,pers_death_date
EX1,Plantedname,2016-04-11 00:00:00.000,NULL,NULL
EX2,Plantedname,NULL,2026-12-03,1900-01-01`,
  plans: `cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category
1,EX1,2024-02-05 00:00:00.000,2025-03-17 00:00:00.000,Y,Neglect,Emotional abuse
2,EX1,2026-01-13T00:00:00,NULL,N,"Multiple: [Neglect, Emotional abuse]",SSD_PH`,
  reviews: `cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date,cppr_cp_review_outcome_continue_cp,cppr_cp_review_quorate
EX1,1,2024-05-02,Y,Y
EX1,1,2025-03-17,goes to a CIN plan,PLACEHOLDER_DATA
EX1,2,NULL,NULL,NULL
EX1,77,2026-03-01,Y,Y`,
  enquiries: `s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa
S1,EX1,2025-12-30,NULL,N`,
  conferences: `icpc_person_id,icpc_cp_plan_id,icpc_s47_enquiry_id,icpc_icpc_date,icpc_icpc_target_date,icpc_icpc_transfer_in
EX1,1,NULL,2024-02-05,NULL,Y
EX1,2,S1,2026-01-13,2026-01-21,N`,
  visits: `cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone
EX1,2,2026-02-10,Y,N`,
  care: `clae_person_id,clae_cla_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_entered_care_date
EX1,C1,P1,2025-06-08,S,NULL,NULL,2025-06-08`,
  status: `lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date
EX1,V2 Single period of accommodation,2025-06-08,2025-08-17
EX1,C1,2025-08-17,NULL
EX1,Supervision order,2023-11-08,2024-11-07`,
  placement: `clap_cla_placement_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_end_date,clap_cla_placement_type,clap_cla_placement_postcode
P1,EX1,2025-06-08,NULL,U1,ZZ9 9ZZ`,
  careReviews: `clar_cla_id,clar_cla_review_date,clar_cla_review_cancelled
C1,2025-07-03,N
C1,2025-09-30,Y
C9,2025-09-30,N`,
  preProceedings: `prep_person_id,prep_pre_pro_decision_date,prep_pre_pro_letter_date
EX1,2025-06-20,2025-06-25`,
};

const read = (tables: Readonly<Record<string, string>> = TABLES) =>
  given(Object.entries(tables).map(([name, text]) => inMemory(`${name}.csv`, text)));

test('the tables of the Standard Safeguarding Dataset make one child of their rows', () => {
  expect(values(read())).toEqual([
    {
      id: 'EX1',
      born: '2016-04-11',
      plans: [
        {
          id: '1',
          start: '2024-02-05',
          end: '2025-03-17',
          initialCategory: 'NEG',
          latestCategory: 'EMO',
          otherAuthority: true,
          reviews: [{ day: '2024-05-02', quorate: true, continues: true }, { day: '2025-03-17' }],
        },
        { id: '2', start: '2026-01-13', initialCategory: 'MUL', otherAuthority: false, reviews: [] },
      ],
      conferences: [
        { day: '2024-02-05', kind: 'not_sure', transferIn: true, planId: '1' },
        { day: '2026-01-13', kind: 'initial', transferIn: false, planId: '2' },
      ],
      enquiries: [
        { start: '2025-12-30', conference: '2026-01-13', noConference: false, target: '2026-01-21', planId: '2' },
      ],
      visits: [{ day: '2026-02-10', under: 'plan', seen: true, seenAlone: false, planId: '2' }],
      // a change of status divides the episode: care goes on
      episodes: [
        {
          start: '2025-06-08',
          end: '2025-08-17',
          status: 'V2',
          placement: 'U1',
          reasonNew: 'S',
          reasonEnd: 'X1',
          careBegan: '2025-06-08',
        },
        { start: '2025-08-17', status: 'C1', placement: 'U1', careBegan: '2025-06-08' },
      ],
      lookedAfterReviews: ['2025-07-03'],
      preProceedings: [
        { step: 'started', day: '2025-06-20' },
        { step: 'letter_before_proceedings', day: '2025-06-25' },
      ],
      hints: [
        {
          code: 'order_in_force',
          says: 'The source tells of a supervision order, which has ended.',
          day: '2023-11-08',
        },
      ],
    },
    { id: 'EX2', expected: '2026-12-03' },
  ]);
});

test('what belongs to nothing is said', () => {
  expect(
    read()
      .problems.map(({ code }) => code)
      .sort(),
  ).toEqual(['review_without_plan', 'row_without_care']);
  const { person: _, ...others } = TABLES;
  expect(read({ ...others, person: TABLES.person.replace('EX1', 'EX9') }).problems.map(({ code }) => code)).toContain(
    'child_not_listed',
  );
});
