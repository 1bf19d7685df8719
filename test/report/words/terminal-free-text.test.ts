import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { error } from '../../../src/messages/diagnostic.ts';
import { safe } from '../../../src/messages/safe.ts';
import { fullScreen } from '../../../src/report/case/full-screen.ts';
import { assessmentJson } from '../../../src/report/case/json.ts';
import { diagnosticsText } from '../../../src/report/pack/diagnostics-text.ts';
import { plainStyle } from '../../../src/report/words/style.ts';
import { bookOf } from '../../support/cases.ts';
import { fullCase, title } from '../../support/notes.ts';
import { withFreeText } from '../../support/texts/free-text.ts';
import { HOSTILE } from '../../support/texts/hostile.ts';

const STEERING = /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\ufeff/u;

const assessed = (file: CaseFile) => assess(file, bookOf(file), String(file.as_at));

describe.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
  const assessment = assessed(withFreeText(fullCase(), text));

  test('cannot steer the screen', () => {
    const shown = fullScreen({ assessment, title, problems: [], path: 'case.yaml' }, plainStyle());
    expect(shown.replaceAll('\n', '')).not.toMatch(STEERING);
  });

  test('cannot steer the screen by way of a diagnostic', () => {
    const shown = `\`${text}\`.`;
    const diagnostic = { ...error('wrong_value', safe`No.`, [], { shown }), line: 1, column: 1 };
    const line = diagnosticsText('case.yaml', [diagnostic], plainStyle());
    expect(line.trimEnd()).not.toMatch(STEERING);
  });

  test('is the same text after a journey through JSON', () => {
    const json = JSON.stringify(assessmentJson(assessment, [], [], String));
    const { decision } = JSON.parse(json) as { decision: { outcome: string } };
    expect(decision.outcome).toBe(text);
  });
});
