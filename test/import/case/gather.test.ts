import { describe, expect, test } from 'vitest';
import { census, censusChild } from '../../support/returns.ts';
import { fileOf, peopleOf } from './kit.ts';

const born = (day: string): string => `<PersonBirthDate>${day}</PersonBirthDate>`;
const refs = (...files: Parameters<typeof peopleOf>[0]) => [...peopleOf(files).people.persons].map(({ ref }) => ref);

describe('what is gathered of returns', () => {
  test('a child without a plan or care keeps what else is said: a case file may be there', () => {
    const enquiry =
      '<Section47><S47ActualStartDate>2026-01-12</S47ActualStartDate><DateOfInitialCPC>2026-01-30</DateOfInitialCPC></Section47>';
    const closed = '<CINclosureDate>2026-02-27</CINclosureDate><ReasonForClosure>RC2</ReasonForClosure>';
    const file = fileOf('a.xml', census(censusChild('EX-1', born('2015-03-27'), closed + enquiry)));
    const [person] = peopleOf([file]).people.persons;
    expect(person?.hasRecords).toBe(false);
    expect(
      person?.pieces.map(({ enquiries, conferences, hints }) => [enquiries.length, conferences.length, hints[0]?.code]),
    ).toEqual([[1, 1, 'died_without_day']]);
  });

  test('an id with two dates of birth is refused in that kind of return alone', () => {
    const twice = fileOf('header.csv', 'CHILD,DOB,ETHNIC\nEX-1,27/03/2015,A\nEX-1,28/03/2015,A\nEX-2,27/03/2015,A');
    const once = fileOf('a.xml', census(censusChild('EX-1', born('2015-03-27'))));
    expect(refs(twice, once)).toEqual(['EX-1', 'EX-2']);
    expect(refs(twice)).toEqual(['EX-2']);
  });

  test('nothing of a file that is refused at its end is kept', () => {
    const whole = census(censusChild('EX-1', born('2015-03-27')));
    expect(refs(fileOf('a.xml', whole), fileOf('b.xml', whole.replaceAll('EX-1', 'EX-2').slice(0, -5)))).toEqual([
      'EX-1',
    ]);
  });
});
