import { describe, expect, test } from 'vitest';
import { CODES } from '../../../src/import/map/maps.built.ts';
import {
  categoryIn,
  codeIn,
  countIn,
  flagIn,
  idIn,
  orderIn,
  placementIn,
  statusIn,
} from '../../../src/import/values/code.ts';
import { shownValue } from '../../../src/import/values/shown.ts';

const NONE = undefined;

describe('a category of abuse', () => {
  test.each([
    ['NEG', 'NEG'],
    ['neglect ', 'NEG'],
    ['b) Physical Abuse', 'PHY'],
    ['Emotional\u00a0abuse', 'EMO'],
    ['NEG - Neglect', 'NEG'],
    ['Sexual abuse', 'SAB'],
    ['Multiple: [Neglect, Emotional abuse]', 'MUL'],
    ['MUL', 'MUL'],
    ['Neglect and emotional abuse', NONE],
    ['NEG/EMO', NONE],
    ['Not neglect', NONE],
    ['Category unknown', NONE],
    ['K9', NONE],
    ['*DUMMY*', NONE],
  ])('%s is %s', (text, code) => expect(categoryIn(text, CODES)).toBe(code));
});

describe('a legal status', () => {
  test.each([
    ['C2', 'C2'],
    ['C2: FCO', 'C2'],
    ['a) C1: Interim care order', 'C1'],
    ['V2 Single period of accommodation under section 20', 'V2'],
    ['interim care order', 'C1'],
    ['Accommodated under S20', NONE],
    ['V2 or V4', NONE],
    ['Care order', NONE],
    ['X9', NONE],
    ['NULL', NONE],
  ])('%s is %s', (text, code) => expect(statusIn(text, CODES)).toBe(code));

  test('that is another order is told as that', () => {
    expect(orderIn('SGO - Special Guardianship Order', CODES)).toBe('a special guardianship order');
    expect(orderIn('Supervision order', CODES)).toBe('a supervision order');
    expect(orderIn('C1: ICO', CODES)).toBe(NONE);
  });
});

describe('a placement', () => {
  test.each([
    ['k) P1: Placed with parents', 'P1'],
    ['K3: Supported accommodation', 'K3'],
    ['f) U6: Foster placement - not FFA', 'U6'],
    ['Z13', 'Z13'],
    ['Foster placement', NONE],
    ['K2 / R1', NONE],
    ['K9', NONE],
  ])('%s is %s', (text, code) => expect(placementIn(text)).toBe(code));
});

test('a reason is known by the code at its beginning', () => {
  const codes = Object.keys(CODES.ending);
  expect(codeIn('X1', codes)).toBe('X1');
  expect(codeIn('k) E47: Special Guardianship Orders - relative/friend', codes)).toBe('E47');
  expect(codeIn('*DUMMY*', codes)).toBe(NONE);
});

test.each([
  ['Y', true],
  ['a) Yes', true],
  ['true', true],
  ['1', true],
  ['N', false],
  ['b) No', false],
  ['0', false],
  ['c) Not stated', NONE],
  ['PN1', NONE],
])('as yes or no, %s is %s', (text, flag) => expect(flagIn(text)).toBe(flag));

test.each([
  ['0', 0],
  ['10', 10],
  ['1.0', 1],
  ['-1', NONE],
  ['1.5', NONE],
  ['one', NONE],
  ['#VALUE!', NONE],
])('as a number, %s is %s', (text, count) => expect(countIn(text)).toBe(count));

test('an id is a text: leading zeros stay, spaces go, and a very long one is none', () => {
  expect(idIn(' 0900502 ')).toBe('0900502');
  expect(idIn('EX-0000000000001')).toBe('EX-0000000000001');
  expect(idIn('1234.0')).toBe('1234');
  expect(idIn('12.05')).toBe('12.05');
  expect(idIn('x'.repeat(65))).toBe(NONE);
});

describe('a wrong value is shown only if it cannot be about a person', () => {
  test.each([
    ['day', '31/06/2018'],
    ['day', '2019-02-30T10:00'],
    ['placement', 'K9'],
    ['status', '*DUMMY*'],
    ['category', 'NULL'],
    ['count', '1.5'],
  ] as const)('%s %s is shown', (type, text) => expect(shownValue(type, text)).toContain(text.slice(0, 20)));

  test.each([
    ['day', 'Plantedname'],
    ['day', '9990000001'],
    ['day', 'A999000000001'],
    ['day', 'ZZ9 9ZZ'],
    ['placement', 'Plantedname'],
    ['placement', 'ZZ9 9ZZ'],
    ['code', 'W-PLANTED'],
    ['count', '9990000001'],
    ['flag', 'Plantedname'],
    ['id', 'Plantedname'],
  ] as const)('%s %s is not', (type, text) => expect(shownValue(type, text)).toBe(NONE));
});
