import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import type { Answers } from '../../../src/interview/prompters/scripted-prompter.ts';
import { scriptedPrompter } from '../../../src/interview/prompters/scripted-prompter.ts';
import { caseText, fileFrom, hold } from '../kit.ts';

const SECOND = caseText(`previous_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2026-01-15}]}
dates: {conference_requested: 2026-11-02}
current_plan: none
answers: {conference_sought: yes}
`);
const TEXT = 'The bruises are new, and nobody explained them. The nights without an adult are as before.';

type ForFamily = NonNullable<CaseFile['analysis']>[string]['for_family'];

const answersWith = (for_family?: ForFamily): Answers => ({
  analysis: { point_2: { text: TEXT, date: '2026-11-16', by: 'social_worker', ...(for_family && { for_family }) } },
});

async function afterwards(answers: Answers, text = SECOND) {
  const prompter = scriptedPrompter(answers);
  const { saved } = await hold(text, prompter);
  return { asked: prompter.asked, written: fileFrom(saved.at(-1) ?? text).analysis?.point_2 };
}

describe('the interview', () => {
  it('offers once, after everything else, to release what was written, and releases nothing by itself', async () => {
    const { asked, written } = await afterwards(answersWith());
    expect(asked.filter((key) => key === 'release')).toHaveLength(1);
    expect(asked.at(-1)).toBe('release');
    expect(written).toMatchObject({ text: TEXT });
    expect(written?.for_family).toBeUndefined();
  });

  it.each([
    ['the whole text for the parents', { parents: 'whole' }],
    ['other words for the child alone', { child: 'You had bruises. We want you to be safe.' }],
    [
      'both, with who released it and when',
      { parents: 'whole', child: 'You had bruises.', by: 'team_manager', date: '2026-11-17' },
    ],
  ] as const)('releases %s', async (_, for_family) => {
    const { asked, written } = await afterwards(answersWith(for_family));
    expect(written?.for_family).toEqual(for_family);
    expect(asked).not.toContain('analysis.point_1.for_family.parents.how');
  });

  it('does not ask again about a text that an earlier sitting wrote', async () => {
    const { saved } = await hold(SECOND, scriptedPrompter(answersWith()));
    const { asked } = await afterwards({}, saved.at(-1));
    expect(asked).not.toContain('release');
  });

  it('does not offer to release what no family form speaks of', async () => {
    const text = caseText(
      'current_plan: none\nprevious_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2026-01-15}]}\n',
      '[legal-planning]',
    );
    const prompter = scriptedPrompter({
      analysis: { no_legal_planning: { text: TEXT, date: '2026-11-16', by: 'head_of_service' } },
    });
    await hold(text, prompter);
    expect(prompter.asked).not.toContain('release');
  });
});
