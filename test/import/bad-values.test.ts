import { describe, expect, test } from 'vitest';
import { census, censusChild, given, inMemory } from '../support/returns.ts';

const read = (about: string, inCase = '') =>
  given([inMemory('a.xml', census(censusChild('EX-1', about, inCase)))], null);
const said = (about: string, inCase = ''): string[] =>
  read(about, inCase).problems.map(({ says, shown }) => `${says}${shown === undefined ? '' : ` ${shown}`}`);

const born = (day: string): string => `<PersonBirthDate>${day}</PersonBirthDate>`;
const BORN = born('2015-03-27');
const died = (day: string): string => `<PersonDeathDate>${day}</PersonDeathDate>`;
const plan = (start: string, end = '', more = ''): string =>
  `<ChildProtectionPlans><CPPstartDate>${start}</CPPstartDate><CPPendDate>${end}</CPPendDate>${more}</ChildProtectionPlans>`;
const review = (day: string): string => `<Reviews><CPPreviewDate>${day}</CPPreviewDate></Reviews>`;

const LOST = 'This plan is left out, because it may be open or ended.';

describe('a wrong value of a child is left out, in a sentence', () => {
  test.each([
    [born('2015-02-30'), 'The date of birth is not a date in the calendar. It is left out. `2015-02-30`.'],
    [
      born('03/04/15'),
      'The date of birth has a year of two digits, and such dates are not guessed. It is left out. `03/04/15`.',
    ],
    [
      born('12/13/2015'),
      'The date of birth has the month first, and such dates are not guessed. It is left out. `12/13/2015`.',
    ],
    [born('1066-04-13'), 'The date of birth lies outside the years 1900 to 2199. It is left out. `1066-04-13`.'],
    [born('2026-05-01'), 'The date of birth lies after the day of the data. It is left out. `2026-05-01`.'],
    [born('Plantedname'), 'The date of birth is not a date in the calendar. It is left out.'],
    [
      born('2015-03-27') + born('2015-03-28'),
      'The date of birth is given twice, with two values, so it cannot be read. It is left out.',
    ],
    [
      BORN + died('2014-01-01'),
      'The date of death lies before the birth, or after the day of the data. It is left out. `2014-01-01`.',
    ],
    [
      BORN + died('2026-04-01'),
      'The date of death lies before the birth, or after the day of the data. It is left out. `2026-04-01`.',
    ],
  ])('%s', (about, says) => {
    expect(said(about)).toEqual([says]);
    expect(read(about).children).toHaveLength(1);
  });

  test('a time of day is passed over, and said once', () => {
    const { children, problems } = read(born('2015-03-27T10:30'), plan('2025-01-06T09:00', '2025-03-01T09:00'));
    expect(children[0]?.born?.value).toBe('2015-03-27');
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array(3).fill('note date_with_time'));
  });
});

describe('a plan of which it is not sure whether it is open is left out', () => {
  test.each([
    [plan('', ''), `The plan has no start. ${LOST}`],
    [plan('oops'), `The start of the plan is not a date in the calendar. ${LOST}`],
    [plan('2025-01-06', 'oops'), `The end of the plan is not a date in the calendar. ${LOST}`],
    [plan('2025-01-06', '2025-01-05'), `The plan ends before it starts. ${LOST} \`2025-01-05\`.`],
    [plan('2026-04-01'), `The plan starts after the day of the data. ${LOST} \`2026-04-01\`.`],
    [plan('2025-01-06', '', review('2025-01-05')), `A review conference lies before the plan. ${LOST} \`2025-01-05\`.`],
    [
      plan('2025-01-06', '2025-03-01') + plan('2025-01-06'),
      'Two rows have the same plan with two different ends. The plan is left out, because it may be open or ended.',
    ],
  ])('%s', (plans, says) => {
    expect(said(BORN, plans)).toEqual([says]);
    expect(read(BORN, plans).children[0]?.plans).toEqual([]);
  });

  test('a plan that starts after the death', () => {
    expect(said(BORN + died('2024-12-31'), plan('2025-01-06'))).toEqual([
      `The plan starts after the death of the child. ${LOST} \`2025-01-06\`.`,
    ]);
  });
});

describe('a plan that is odd is kept, and that is said', () => {
  const starts = (about: string, plans: string) =>
    read(about, plans).children[0]?.plans.map(({ start }) => start.value);

  test.each([
    ['42 weeks before the birth', born('2025-10-27'), plan('2025-01-06'), []],
    ['a day more', born('2025-10-28'), plan('2025-01-06'), ['plan_long_before_birth']],
    ['a review after the data', BORN, plan('2025-01-06', '', review('2026-04-01')), ['review_after_data']],
    ['twice', BORN, plan('2025-01-06') + plan('2025-01-06'), ['plan_twice']],
    [
      'an unknown category',
      BORN,
      plan('2025-01-06', '', '<LatestCategoryOfAbuse>K9</LatestCategoryOfAbuse>'),
      ['unknown_code'],
    ],
    [
      'a count that is none',
      BORN,
      plan('2025-01-06', '', '<NumberOfPreviousCPP>some</NumberOfPreviousCPP>'),
      ['not_a_count'],
    ],
  ])('%s', (_, about, plans, codes) => {
    expect(starts(about, plans)).toEqual(['2025-01-06']);
    expect(read(about, plans).problems.map(({ code }) => code)).toEqual(codes);
  });

  test('two rows of one plan that differ in something else give neither value', () => {
    const category = (code: string) => `<LatestCategoryOfAbuse>${code}</LatestCategoryOfAbuse>`;
    const { children, problems } = read(
      BORN,
      plan('2025-01-06', '', category('NEG')) + plan('2025-01-06', '', category('EMO')),
    );
    expect(children[0]?.plans.map((one) => Object.keys(one))).toEqual([['start', 'reviews']]);
    expect(problems.map(({ code }) => code)).toEqual(['plan_twice', 'plan_rows_differ']);
  });

  test('two that start within a week may be one', () => {
    const hints = (second: string) =>
      read(BORN, plan('2025-01-06', '2025-01-07') + plan(second)).children[0]?.hints.map(({ code }) => code);
    expect(hints('2025-01-13')).toEqual(['two_plans_may_be_one']);
    expect(hints('2025-01-14')).toEqual([]);
  });
});

describe('an id stands for one child', () => {
  const child = (id: string, day: string) => censusChild(id, born(day));
  const refusals = (...children: string[]) =>
    given([inMemory('a.xml', census(children.join('\n')))], null).problems.map(({ code, child: id, refuses }) => [
      code,
      id,
      refuses,
    ]);

  test('or for none, where it has several dates of birth', () => {
    expect(refusals(child('EX-1', '2015-03-27'), child('EX-2', '2015-03-27'), child('EX-1', '2016-03-27'))).toEqual([
      ['birth_dates_differ', 'EX-1', 'child'],
    ]);
    expect(refusals(child('EX-1', '2015-03-27'), child('EX-1', '2015-03-27'))).toEqual([]);
  });

  test('in tables, too', () => {
    const rows = ['CHILD,DOB,ETHNIC', '1,11/07/2015,A', '1,21/03/2012,A', '1,16/08/2017,A', '2,16/08/2017,A'];
    const { children, problems } = given([inMemory('a.csv', rows.join('\n'))]);
    expect(children.map(({ id }) => id)).toEqual(['2']);
    expect(problems.map(({ says, refuses }) => [says, refuses])).toEqual([
      [
        'This id has 3 dates of birth, so it does not stand for one child. Nothing under it is used. Correct it in the source.',
        'child',
      ],
    ]);
  });

  test.each(['Zzsurname', 'Zz-Surname', '20/08/2025', '2025-08-20'])('and %s is none: it is shown nowhere', (id) => {
    const { children, problems } = given([inMemory('a.csv', `CHILD,DOB,ETHNIC\n${id},11/07/2015,A\n2,16/08/2017,A`)]);
    expect(children.map((child) => child.id)).toEqual(['2']);
    expect(problems.map(({ code }) => code)).toEqual(['no_id']);
    expect(JSON.stringify(problems)).not.toContain(id);
  });

  test('and a child without one is not read', () => {
    expect(refusals(child('', '2015-03-27'))).toEqual([['child_without_id', undefined, undefined]]);
  });

  test('of a great many, the one that comes again is found', () => {
    const day = (n: number) => `20${10 + (n % 10)}-0${1 + (n % 9)}-1${n % 8}`;
    const many = Array.from({ length: 3000 }, (_, n) => child(`EX-${n}`, day(n)));
    expect(refusals(...many)).toEqual([]);
    expect(refusals(...many, child('EX-1234', day(1234)), child('EX-2345', '2001-01-01'))).toEqual([
      ['birth_dates_differ', 'EX-2345', 'child'],
    ]);
  });
});

describe('a row of a table that cannot be told apart is not read', () => {
  const read = (text: string) => given([inMemory('a.csv', `CHILD,DOB,ETHNIC\n${text}`)]);

  test.each([
    [
      'too few cells',
      '1,11/07/2015\n2,16/08/2017,A\n',
      ['2'],
      '2:This row has 2 cells, and the header has 3. The row is not read.',
    ],
    [
      'too many cells',
      '1,11/07/2015,A,B\n2,16/08/2017,A\n',
      ['2'],
      '2:This row has 4 cells, and the header has 3. The row is not read.',
    ],
    ['empty cells beyond', '1,11/07/2015,A,,\n', ['1'], undefined],
    ['no id', ',11/07/2015,A\n2,16/08/2017,A\n', ['2'], '2:This row has no id of a child. It is not read.'],
    ['nothing at all', ',,\n2,16/08/2017,A\n', ['2'], undefined],
    [
      'a quote that stays open',
      '1,11/07/2015,A\n2,"16/08/2017,A\n3,16/08/2017,A\n',
      ['1'],
      '3:A quote opens in the row that begins here, and never closes. Nothing from here on is read.',
    ],
  ])('%s', (_, text, ids, says) => {
    const { children, problems } = read(text);
    expect(children.map(({ id }) => id)).toEqual(ids);
    expect(problems.map((one) => `${one.place.line}:${one.says}`)).toEqual(says === undefined ? [] : [says]);
  });
});
