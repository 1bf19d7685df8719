import { expect, test } from 'vitest';
import { Moved, type SaveNews, Session } from '../../../src/interview/flow/session.ts';
import { UserError } from '../../../src/messages/errors.ts';
import { basisOf, caseText, fileFrom } from '../kit.ts';

const PLANS = `previous_plans:
  plans:
    - {began: 2020-01-01, ended: 2020-06-01}
    - {began: 2022-01-01}
`;

/** A file on a disk that can be changed by another hand, and can fail. */
class Disk {
  fails: string | undefined;
  readonly told: string[] = [];

  constructor(public text: string) {}

  save = (text: string, base: string) => {
    if (this.fails) throw new UserError(this.fails);
    if (this.text !== base) return { changedTo: this.text };
    this.text = text;
    return undefined;
  };

  news: SaveNews = { changed: (how) => void this.told.push(how), failed: (why) => void this.told.push(why) };
}

function sessionOn(text: string): { disk: Disk; session: Session } {
  const disk = new Disk(text);
  return { disk, session: new Session(basisOf(text), text, disk.save, disk.news) };
}

test('an answer about an entry reaches that entry, wherever another hand has moved it', () => {
  const { disk, session } = sessionOn(caseText(PLANS));
  disk.text = caseText(PLANS.replace(/^ +- \{began: 2020.*\n/m, ''));
  expect(() => session.accept([{ path: ['previous_plans', 'plans', 1, 'ended'], value: '2022-09-09' }])).toThrow(Moved);
  expect(fileFrom(disk.text).previous_plans?.plans).toEqual([{ began: '2022-01-01', ended: '2022-09-09' }]);
  expect(disk.told).toEqual(['added']);
});

test('an answer that somebody else has given meanwhile stays theirs, and that is said', () => {
  const { disk, session } = sessionOn(caseText(''));
  disk.text = caseText('answers: {conference_sought: no}\n');
  expect(() => session.accept([{ path: ['answers', 'conference_sought'], value: 'yes' }])).toThrow(Moved);
  expect(fileFrom(disk.text).answers).toEqual({ conference_sought: 'no' });
  expect(session.file.answers).toEqual({ conference_sought: 'no' });
  expect(disk.told).toEqual(['lost']);
});

test('an answer that cannot be saved is kept, said, and saved with the next', () => {
  const { disk, session } = sessionOn(caseText(''));
  disk.fails = 'no space';
  session.accept([{ path: ['answers', 'conference_sought'], value: 'yes' }]);
  expect(session).toMatchObject({ unsaved: 'no space', file: { answers: { conference_sought: 'yes' } } });
  session.saveAgain();
  expect(disk.told).toEqual(['no space', 'no space']);
  disk.fails = undefined;
  session.accept([{ path: ['answers', 'present_category'], value: 'NEG' }]);
  expect(session.unsaved).toBeUndefined();
  expect(fileFrom(disk.text).answers).toEqual({ conference_sought: 'yes', present_category: 'NEG' });
});

test('answers that were kept meet what another hand wrote meanwhile', () => {
  const { disk, session } = sessionOn(caseText(PLANS));
  disk.fails = 'no space';
  session.accept([{ path: ['previous_plans', 'plans', 2], value: { began: '2024-01-01' } }]);
  disk.fails = undefined;
  disk.text = caseText(`${PLANS}    - {began: 2023-01-01}\n`);
  session.saveAgain();
  expect(fileFrom(disk.text).previous_plans?.plans?.map(({ began }) => began)).toEqual([
    '2020-01-01',
    '2022-01-01',
    '2023-01-01',
    '2024-01-01',
  ]);
});

test('a file that somebody has left unreadable is never written over', () => {
  const { disk, session } = sessionOn(caseText(''));
  disk.text = `${caseText('')}answers: {a: [\n`;
  const broken = disk.text;
  for (const value of ['yes', 'no']) session.accept([{ path: ['answers', 'conference_sought'], value }]);
  expect(disk.text).toBe(broken);
  expect(session.unsaved).toContain('it cannot be read now');
  disk.text = caseText('family: FAM-1\n');
  session.saveAgain();
  expect(fileFrom(disk.text)).toMatchObject({ family: 'FAM-1', answers: { conference_sought: 'no' } });
});

test('a new entry that reached the disk by a save that failed at its end stands there once', () => {
  const { disk, session } = sessionOn(caseText(PLANS));
  const whole = disk.save;
  let first = true;
  disk.save = (text, base) => {
    const given = whole(text, base);
    if (!first) return given;
    first = false;
    throw new UserError('the disk reports a fault');
  };
  const failing = new Session(session.basis, session.text, (t, b) => disk.save(t, b), disk.news);
  failing.accept([{ path: ['previous_plans', 'plans', 2], value: { began: '2024-01-01' } }]);
  failing.saveAgain();
  expect(failing.unsaved).toBeUndefined();
  expect(fileFrom(disk.text).previous_plans?.plans).toHaveLength(3);
});
