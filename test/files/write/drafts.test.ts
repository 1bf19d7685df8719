import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DraftFolder } from '../../../src/files/write/drafts.ts';
import { UserError } from '../../../src/messages/errors.ts';
import { folderWith } from '../../support/folder.ts';

const NAME = '.case.yaml.texts';

/** The texts beside an empty case file in a folder of its own, with an editor that node is told to be. */
function beside(editor?: string, interactive = true): { folder: string; drafts: DraftFolder } {
  const folder = folderWith({ 'case.yaml': '', ...(editor !== undefined && { 'editor.cjs': editor }) });
  const env = editor === undefined ? {} : { VISUAL: `"${process.execPath}" "${join(folder, 'editor.cjs')}"` };
  return { folder, drafts: new DraftFolder(join(folder, 'case.yaml'), { interactive, env }) };
}

describe('a text that is not in the case file yet', () => {
  test('is left as it was kept, under its key and in a fixed order', () => {
    const { folder, drafts } = beside();
    drafts.keep('what_changed', 'Two lines,\nas typed.');
    drafts.keep('analysis', 'One line.');
    expect(drafts.left()).toEqual([
      { key: 'analysis', text: 'One line.', path: join(folder, NAME, 'analysis.txt') },
      { key: 'what_changed', text: 'Two lines,\nas typed.', path: join(folder, NAME, 'what_changed.txt') },
    ]);
  });

  test('counts only as a file of text that holds something', () => {
    const { folder, drafts } = beside();
    drafts.keep('empty', '');
    drafts.keep('blank', ' \n ');
    writeFileSync(join(folder, NAME, 'analysis.txt~'), 'What an editor puts there.');
    mkdirSync(join(folder, NAME, 'folder.txt'));
    expect(drafts.left()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('is not read through a link', () => {
    const { folder, drafts } = beside();
    drafts.keep('analysis', 'One line.');
    writeFileSync(join(folder, 'other'), 'Of somebody else.');
    symlinkSync(join(folder, 'other'), join(folder, NAME, 'other.txt'));
    expect(drafts.left().map(({ key }) => key)).toEqual(['analysis']);
  });

  test('goes by itself, and with the last one goes the folder and what an editor left there', () => {
    const { folder, drafts } = beside();
    drafts.keep('analysis', 'One line.');
    drafts.keep('what_changed', 'Another.');
    writeFileSync(join(folder, NAME, 'analysis.txt~'), 'What an editor puts there.');
    drafts.drop('analysis');
    expect(drafts.left().map(({ key }) => key)).toEqual(['what_changed']);
    drafts.drop('what_changed');
    expect(existsSync(join(folder, NAME))).toBe(false);
  });
});

describe('the editor of a person', () => {
  const ADDS = "const fs = require('fs'); fs.appendFileSync(process.argv[2], 'More.\\r\\n\\n');";

  test('is there only where the environment names one', () => expect(beside().drafts.edit).toBeUndefined());

  test('gets the text, and what it saves comes back without an empty end', () => {
    expect(beside(ADDS).drafts.edit?.('analysis', 'One line.')).toBe('One line.\nMore.');
  });

  test('gets what an earlier sitting left in place of what is given', () => {
    const { drafts } = beside(ADDS);
    drafts.keep('analysis', 'Left earlier.');
    expect(drafts.edit?.('analysis', 'One line.')).toBe('Left earlier.\nMore.');
  });

  test('is not started where nobody sits at the terminal', () => {
    expect(beside(ADDS, false).drafts.edit).toBeUndefined();
  });

  test('that cannot be started is named, and leaves nothing behind', () => {
    const { folder } = beside();
    const drafts = new DraftFolder(join(folder, 'case.yaml'), {
      interactive: true,
      env: { EDITOR: 'no-such-editor --wait' },
    });
    expect(() => drafts.edit?.('analysis', 'One line.')).toThrow(UserError);
    expect(existsSync(join(folder, NAME))).toBe(false);
    expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toBe('');
  });
});
