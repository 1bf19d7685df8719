import { describe, expect, it } from 'vitest';
import { look } from '../../src/interview/flow/case-view.ts';
import { worksheet } from '../../src/interview/worksheet.ts';
import { AS_AT, bookOf, caseText, fileFrom, keysFor } from './kit.ts';

const SECOND = caseText(`previous_plans: {complete: yes, plans: [{began: 2024-01-10, ended: 2026-01-15}]}
dates: {conference_requested: 2026-11-02}
current_plan: none
`);
const sheet = worksheet(look(fileFrom(SECOND), bookOf(SECOND), AS_AT));

describe('a worksheet', () => {
  it('has every question that is still open', () => {
    expect(sheet.match(/^### /gm)?.length).toBeGreaterThanOrEqual(keysFor(SECOND).length);
    expect(sheet).toContain('### Are the risks now the same as under the last plan, or different?');
    expect(sheet).toContain('- [ ] Some of each\n- [ ] Not yet known');
  });

  it('has each text with what it is to cover, and no recommendation', () => {
    expect(sheet).toContain('- [ ] Less than a year has passed.');
    expect(sheet).not.toMatch(/may go forward|recommend/i);
  });

  it('begins with what never waits', () => {
    expect(sheet).toMatch(/^# Worksheet, case EX-0900\n\nIf a child is in danger now, act now\./);
  });

  it('asks nothing that cannot matter', () => {
    expect(sheet).not.toContain('Are the risks significantly different');
  });
});
