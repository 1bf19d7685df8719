import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { shortDigest } from '../../../src/files/digest.ts';
import { NOTE_FORMATS, type NoteFormat, noteIn } from '../../../src/report/note/note.ts';
import { type Now, noteStatus } from '../../../src/report/note/note-status.ts';
import { readStamp, type Stamped } from '../../../src/report/note/stamp.ts';
import { fullCase, orderOf } from '../../support/notes.ts';
import { withFreeText } from '../../support/texts/free-text.ts';

const stamps = [{ id: 'repeat-plans', version: '1.0.0', digest: 'abcdef0123456789' }];

function made(file: CaseFile, format: NoteFormat = 'markdown'): string {
  const order = {
    ...orderOf(file),
    template: 'notes/full.md',
    making: { version: '1.2.3', stamps, digest: shortDigest },
  };
  return noteIn(format, order, { form: 'file/full' });
}

const read = (text: string): Stamped => readStamp(text, shortDigest) as Stamped;

describe.each(NOTE_FORMATS)('the stamp of a note as %s', (format) => {
  const note = made(fullCase(), format);

  test('says what the note was made from and what it said', () =>
    expect(read(note)).toMatchObject({
      isAsMade: true,
      stamp: {
        case: 'EX-0001',
        form: 'file/full',
        asAt: '2026-11-20',
        tool: '1.2.3',
        packs: [{ id: 'repeat-plans', version: '1.0.0', digest: 'abcdef012345' }],
        outcomes: {
          further_plan: ['second_plan'],
          challenge: ['issue', 'none'],
          legal_planning: ['not_needed_for_now'],
        },
      },
    }));

  test('holds when lines are broken otherwise', () =>
    expect(read(note.replaceAll('\n', '\r\n').replaceAll('  ', '   ')).isAsMade).toBe(true));

  test('breaks when a word is changed', () => expect(read(note.replace('breakfast', 'supper')).isAsMade).toBe(false));

  test('breaks when a sentence is added behind it', () => expect(read(`${note}\nAgreed.\n`).isAsMade).toBe(false));

  test('is that of the note, whatever stamp somebody writes into a text', () => {
    const forged = 'Stamp: cpplan-note/1 case=EX-9 form=file/full facts=0 text=0123456789abcdef';
    const stamped = read(made(withFreeText(fullCase(), forged), format));
    expect(stamped).toMatchObject({ isAsMade: true, stamp: { case: 'EX-0001' } });
  });
});

test('a text without a stamp is no note', () =>
  expect(readStamp('# A note\n\nOf somebody.', shortDigest)).toBeUndefined());

describe('a note is sorted', () => {
  const stamped = read(made(fullCase()));
  const { outcomes, template, facts, fields, packs } = stamped.stamp;
  const grounds = { template, facts, fields };
  const now: Now = { outcomes, outcomesThen: outcomes, grounds, packs };
  const changedFacts = { ...grounds, facts: 'x' };
  const otherTemplates = { ...grounds, template: 'x', facts: 'x' };
  const other = { ...outcomes, further_plan: ['third_no_ground'] };
  const changed = [{ id: 'repeat-plans', digest: 'ffffffffffffffff' }];

  test.each<[string, string, Now | undefined, boolean]>([
    ['current', 'nothing has changed', now, true],
    ['facts_changed', 'what it shows has changed', { ...now, grounds: changedFacts }, true],
    ['current', 'its template is not at hand, and nothing has changed', { ...now, grounds: otherTemplates }, true],
    [
      'facts_changed',
      'its template is not at hand, and something has changed',
      { ...now, grounds: { ...otherTemplates, fields: 'x' } },
      true,
    ],
    ['pack_changed', 'the procedure has changed', { ...now, packs: changed }, true],
    ['pack_changed', 'both have', { ...now, packs: changed, grounds: changedFacts }, true],
    ['outcome_would_differ', 'it would end otherwise', { ...now, outcomes: other, outcomesThen: other }, true],
    [
      'outcome_would_differ',
      'a question arises that did not',
      { ...now, outcomes: { ...outcomes, ceasing: ['too_early'] } },
      true,
    ],
    ['outcome_would_differ', 'it would end otherwise and was edited', { ...now, outcomes: other }, false],
    ['edited_by_hand', 'only its words were changed', now, false],
    ['edited_by_hand', 'its words and the facts were changed', { ...now, grounds: changedFacts }, false],
    ['case_missing', 'there is no such case', undefined, true],
  ])('as %s where %s', (status, _, today, isAsMade) =>
    expect(noteStatus({ ...stamped, isAsMade }, today).status).toBe(status),
  );

  test('the order in which outcomes are named changes nothing', () =>
    expect(noteStatus(stamped, { ...now, outcomes: { ...outcomes, challenge: ['none', 'issue'] } }).status).toBe(
      'current',
    ));

  test('says where time alone has changed the outcome', () =>
    expect(noteStatus(stamped, { ...now, outcomes: other }).says).toContain('by the passing of time alone'));

  test('says that it was edited too', () =>
    expect(noteStatus({ ...stamped, isAsMade: false }, { ...now, outcomes: other }).says).toContain('changed by hand'));

  test('says so where an older version made it, and claims nothing else', () => {
    const old = made(fullCase())
      .replace('cpplan-note/2', 'cpplan-note/1')
      .replace(/ (?:template|fields)=\w+/g, '');
    const { status, says } = noteStatus({ ...read(old), isAsMade: true }, { ...now, grounds: changedFacts });
    expect([status, says]).toEqual(['facts_changed', expect.stringContaining('An older version made it')]);
  });
});
