import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/assess/case/assessment.ts';
import { doneBy, writtenTexts } from '../../../src/report/case/done-words.ts';
import { assessedFile, caseAt } from '../../support/cases.ts';
import { title } from '../../support/notes.ts';
import { policies } from '../../support/packs/policies.ts';

/** Every act that a shipped pack asks of somebody. */
const ACTS = policies.names().flatMap((name) =>
  Object.values(policies.pack(name).pack.requirements)
    .filter(({ kind }) => kind !== 'analysis')
    .map((requirement) => [`${name} ${requirement.id}`, requirement] as const),
);

/** How the past of the verbs of the packs is made. */
const PASTS =
  /^(?:\w+ed|sent|made|gave|led|held|told|wrote|brought|kept|took|saw|spoke|met|read|found|set|did|heard|oversaw|sought|each gave)$/;

describe('what is done', () => {
  test.each(ACTS)('is told in the past: %s', (_, { past, items, says }) => {
    expect(past).toBeDefined();
    const words = (past as string).split(' ');
    const verb = words[0] === 'each' ? words.slice(0, 2).join(' ') : (words[0] as string).replace(/,$/, '');
    expect(verb).toMatch(PASTS);
    expect(past).not.toMatch(/[.!?]$|\byou\b|\byour\b/);
    expect(words.length).toBeLessThanOrEqual(25);
    if ((past as string).endsWith(':')) expect(items).toBeDefined();
    expect(`${past}`).not.toBe(says);
  });

  test('stands by person, with its day, in the order in which each comes first', () => {
    const done = doneBy(assessedFile(caseAt('cases/further-plan/second-plan-ready.yaml')), title);
    const reasons = done.flatMap(({ who, acts }) => acts.map(({ says, clauses }) => `${who} ${says} (${clauses})`));
    expect(reasons).toContain(
      'The Service Manager recorded the reasons for asking for another plan, 17 November 2026 (RP-5.1)',
    );
    expect(new Set(done.map(({ who }) => who)).size).toBe(done.length);
  });

  test('quotes a pack that has no words for it', () => {
    const assessment = assessedFile(caseAt('cases/further-plan/second-plan-ready.yaml'));
    const finding = assessment.findings.find(({ rule }) => rule === 'service_manager_rationale') as Finding;
    const { past: _, ...bare } = finding.pack.pack.requirements[finding.rule] as { past?: string };
    const pack = {
      ...finding.pack,
      pack: { ...finding.pack.pack, requirements: { [finding.rule]: bare } },
    } as unknown as Finding['pack'];
    const own = {
      ...assessment,
      findings: [{ ...finding, kind: finding.kind, says: finding.says, pack }] as Finding[],
    };
    const [told] = doneBy({ ...own, findings: [Object.assign(Object.create(finding), { pack })] }, title);
    expect(told?.acts[0]?.says).toMatch(/^did what is asked: “Record on the child's file.*”, 17 November 2026$/);
  });

  test('names each text that covers all that it has to, with author and day', () => {
    const texts = writtenTexts(assessedFile(caseAt('cases/further-plan/second-plan-ready.yaml')), title, String);
    expect(texts.map(({ title: text }) => text)).toContain('Point 3: the same risks, or new ones');
    expect(texts.find(({ title: text }) => text.startsWith('Point 3'))?.by).toBe('social worker, 2026-11-16');
    const none = writtenTexts(
      assessedFile(caseAt('cases/further-plan/third-plan-no-ground-declined.yaml')),
      title,
      String,
    );
    expect(none.map(({ title: text }) => text)).not.toContain('Point 1: the time since the last plan ended');
  });
});
