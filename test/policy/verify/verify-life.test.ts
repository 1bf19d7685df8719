import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/policy/verify/verify.ts';
import { broken, compiled, type Edit, SOUND, vocabulary } from '../../support/packs/broken-packs.ts';

// The panel's agreement (asked for under ten months) is what an event could make fall away.

const CLOSED = 'request_closed: {says: the request is closed, sets: {asked_for: no}}';

const withEvents = (events: readonly string[], ...edits: readonly Edit[]): string =>
  broken(['analyses:\n', `events:\n${events.map((event) => `  ${event}\n`).join('')}\nanalyses:\n`], ...edits);

const lostIn = (text: string): string[] =>
  verify(compiled(text), vocabulary)
    .findings.filter(({ code }) => code === 'duty_lost' || code === 'needless_end')
    .map(({ id }) => id);

const ENDS: Edit = [
  '    in_play: {asked_for: yes}',
  '    in_play: {asked_for: yes}\n    ends_with: [{event: request_closed, clauses: [SD-2]}]',
];

describe('a duty that an event would make fall away', () => {
  test('is found, with the case before it', () => {
    const findings = verify(compiled(withEvents([CLOSED])), vocabulary).findings;
    const lost = findings.find(({ id }) => id === 'duty_lost:panel_agrees.request_closed');
    expect(lost?.says).toContain('once the request is closed');
    expect(JSON.stringify(lost?.shows)).toContain('asked_for');
  });

  test('is none where the pack says by which clause it ends, for the question or for the requirement', () => {
    expect(lostIn(withEvents([CLOSED], ENDS))).toEqual([]);
    const own: Edit = [
      '    evidence: {panel_view: agrees}',
      '    evidence: {panel_view: agrees}\n    ends_with: [{event: request_closed, reading: Closed is closed.}]',
    ];
    expect(lostIn(withEvents([CLOSED], own))).not.toContain('duty_lost:panel_agrees.request_closed');
  });

  test('is none where the event itself meets it, or cannot happen then', () => {
    const met =
      'request_closed: {says: the panel agrees and the request is closed, sets: {asked_for: no, panel_view: agrees}}';
    expect(lostIn(withEvents([met]))).not.toContain('duty_lost:panel_agrees.request_closed');
    const later = 'request_closed: {says: the request is closed, given: {panel_view: agrees}, sets: {asked_for: no}}';
    expect(lostIn(withEvents([later]))).not.toContain('duty_lost:panel_agrees.request_closed');
  });

  test('is found by its last step where two events together take it away', () => {
    const either: Edit = [
      '    in_play: {asked_for: yes}',
      '    in_play: {any: [{asked_for: yes}, {panel_view: objects}]}',
    ];
    const heard =
      'heard: {says: the panel no longer objects, given: {asked_for: no}, sets: {panel_view: agrees, ground: other}}';
    const lost = lostIn(withEvents([CLOSED, heard], either));
    expect(lost).toContain('duty_lost:report_covers.heard');
  });

  test('and words on an end that nothing needs are pointed out', () => {
    const needless = withEvents([CLOSED.replace('asked_for: no', 'asked_for: yes')], ENDS);
    expect(lostIn(needless)).toEqual(['needless_end:further.request_closed']);
  });
});

test('an event that sets what is not there, or an end by an unknown event, is an error with its place', () => {
  const wrong = (text: string): string[] => {
    try {
      compiled(text);
      return [];
    } catch (error) {
      return String((error as Error).message).split('\n');
    }
  };
  expect(wrong(withEvents(['a: {says: a, sets: {asked_fr: no}}'])).join()).toContain('asked_for');
  expect(wrong(withEvents(['a: {says: a, sets: {asked_for: maybe}}'])).join()).toContain('must be');
  expect(wrong(withEvents([CLOSED], [ENDS[0], ENDS[1].replace('request_closed', 'request_closd')])).join()).toContain(
    'request_closed',
  );
});

test('the sound pack has no events, and loses nothing', () => expect(lostIn(SOUND)).toEqual([]));
