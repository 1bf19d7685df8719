import { broken } from '../../support/packs/broken-packs.ts';

/** The panel was asked within six months up to 2019, within eight up to 2022, and is asked within ten since then. */
export const IN_TIME = broken(
  [
    `            except: [new_harm_later]
          new_harm_later:
            when: {all: [{ground: new_harm}, {months_since_last_plan: at least 6}]}
            outcome: manager
            clauses: [SD-3]
`,
    `            in_force: {from: 2023-01-01}
            editions:
              - {in_force: {until: 2019-12-31}, when: {months_since_last_plan: under 6}, clauses: [SD-2a]}
              - {in_force: {from: 2020-01-01, until: 2022-12-31}, when: {months_since_last_plan: under 8}, clauses: [SD-2b]}
`,
  ],
  [
    `            when: {all: [{ground: [old_harm, other]}, {months_since_last_plan: at least 10}]}
            outcome: usual
            clauses: [SD-2]
`,
    `            when: {months_since_last_plan: at least 10}
            outcome: usual
            clauses: [SD-2]
            in_force: {from: 2023-01-01}
            editions:
              - {in_force: {until: 2019-12-31}, when: {months_since_last_plan: at least 6}, clauses: [SD-2a]}
              - {in_force: {from: 2020-01-01, until: 2022-12-31}, when: {months_since_last_plan: at least 8}, outcome: manager, clauses: [SD-2b]}
`,
  ],
  [
    'says: Soon after the last plan the panel is asked.}',
    'says: Soon after the last plan the panel is asked., in_force: {from: 2023-01-01}}',
  ],
  [
    '  SD-3: {section: Panel, paragraph: 2, says: New harm later on goes to the team manager.}\n',
    `  SD-2a: {section: Panel, paragraph: 1, says: The panel within six months., in_force: {until: 2019-12-31}}
  SD-2b: {section: Panel, paragraph: 1, says: The panel within eight months., in_force: {from: 2020-01-01, until: 2022-12-31}}
  SD-3: {section: Panel, paragraph: 2, says: New harm goes to the team manager., in_force: not set}
`,
  ],
  ['    clauses: [SD-2]\n    evidence', '    clauses: [SD-2, SD-2a, SD-2b]\n    evidence'],
  [
    '    question: further\n    when: {outcome: further.manager}',
    '    question: further\n    in_force: not set\n    when: {outcome: further.manager}',
  ],
  ['  - {about: ground}\n', '  - {about: ground}\n  - {about: conference_requested}\n'],
  [
    'impossible:\n  - {when: {all: [{earlier_plans: 0}, {ground: old_harm}]}, because: Old harm needs an earlier plan.}\n',
    '',
  ],
  ['{months_since_last_plan: at most 3}', '{ground: new_harm}'],
);
