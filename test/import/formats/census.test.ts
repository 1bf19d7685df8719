import { describe, expect, test } from 'vitest';
import { census, censusChild, given, inMemory, line, values } from '../../support/returns.ts';

const born = '<PersonBirthDate>2015-03-27</PersonBirthDate>';
const read = (xml: string, dataDate: string | null = null) => given([inMemory('cin.xml', xml)], dataDate);

const WHOLE = `
  <CINreferralDate>2025-01-06</CINreferralDate>
  <CINclosureDate>2026-02-27</CINclosureDate><ReasonForClosure>RC5</ReasonForClosure>
  <DateOfInitialCPC>2025-02-20</DateOfInitialCPC>
  <Section47>
    <S47ActualStartDate>2025-01-10</S47ActualStartDate><InitialCPCtarget>2025-01-31</InitialCPCtarget>
    <DateOfInitialCPC>2025-01-30</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired>
  </Section47>
  <ChildProtectionPlans>
    <CPPstartDate>2025-01-30</CPPstartDate><CPPendDate>2026-01-20</CPPendDate>
    <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
    <NumberOfPreviousCPP>1</NumberOfPreviousCPP>
    <Reviews><CPPreviewDate>2025-04-24</CPPreviewDate></Reviews>
    <Reviews><CPPreviewDate>2026-01-20</CPPreviewDate></Reviews>
  </ChildProtectionPlans>
  <PreProceedingsandFGDM>
    <PPStartDate>2025-03-03</PPStartDate><LBPSentDate>2025-03-05</LBPSentDate>
    <InitialPPMeetingDate>2025-03-12</InitialPPMeetingDate><CourtAppDate>2025-06-02</CourtAppDate>
  </PreProceedingsandFGDM>`;

test('a child of the census, with everything that is read of it', () => {
  expect(values(read(census(censusChild('EX-1', born, WHOLE))))).toEqual([
    {
      id: 'EX-1',
      born: '2015-03-27',
      plans: [
        {
          start: '2025-01-30',
          end: '2026-01-20',
          initialCategory: 'NEG',
          latestCategory: 'EMO',
          plansBefore: 1,
          reviews: [{ day: '2025-04-24' }, { day: '2026-01-20' }],
        },
      ],
      conferences: [
        { day: '2025-01-30', kind: 'initial' },
        { day: '2025-02-20', kind: 'not_sure' },
      ],
      enquiries: [{ start: '2025-01-10', conference: '2025-01-30', noConference: false, target: '2025-01-31' }],
      preProceedings: [
        { step: 'started', day: '2025-03-03' },
        { step: 'letter_before_proceedings', day: '2025-03-05' },
        { step: 'initial_meeting', day: '2025-03-12' },
        { step: 'court_application', day: '2025-06-02' },
      ],
      hints: [
        {
          code: 'moved_to_other_authority',
          says: 'The case closed because another authority took it over.',
          day: '2026-02-27',
        },
      ],
    },
  ]);
});

test('the source of a value is the census and its reference date', () => {
  const [child] = read(census(censusChild('EX-1', born))).children;
  expect(child?.source).toEqual({ kind: 'cin', dataDate: '2026-03-31', label: 'CIN census to 2026-03-31' });
});

describe('a census is recognised by what it holds', () => {
  test('under any prefix, with a declaration, and on one line', () => {
    const text = census(censusChild('EX-1', born, WHOLE));
    const prefixed = text
      .replace(/<(\/?)(\w)/g, '<$1cin:$2')
      .replace('<cin:Message>', '<cin:Message xmlns:cin="urn:example">');
    const oneLine = `<?xml version="1.0" encoding="utf-8"?>${text.replace(/\n\s*/g, '')}`;
    expect(values(read(prefixed))).toEqual(values(read(text)));
    expect(values(read(oneLine))).toEqual(values(read(text)));
  });

  test('a place on one line names the case and the plan', () => {
    const plan = (start: string) =>
      `<ChildProtectionPlans><CPPstartDate>${start}</CPPstartDate></ChildProtectionPlans>`;
    const cases = `</CINdetails><CINdetails>${plan('2025-02-03')}${plan('31/06/2018')}`;
    const text = census(censusChild('EX-1', born, cases)).replace(/\n/g, '');
    expect(read(text).problems.map(line)).toEqual([
      `cin.xml:1:${text.indexOf('31/06/2018') + 1} (CPPstartDate, case 2, plan 2): The start of the plan is not written as year, month and day, as this return writes dates. This plan is left out, because it may be open or ended. It reads \`31/06/2018\`. [other_date_form]`,
    ]);
  });
});

describe('the day of the data', () => {
  const one = censusChild('EX-1', born);
  const refusals = (xml: string, dataDate: string | null = null) =>
    read(xml, dataDate)
      .problems.filter(({ refuses }) => refuses === 'file')
      .map(({ code }) => code);

  test('is the reference date, whatever the year and the person say', () => {
    const text = census(one).replace('<Year>2026', '<Year>2023');
    const { children, problems } = read(text, '2020-01-01');
    expect(children[0]?.source.dataDate).toBe('2026-03-31');
    expect(problems.map(({ code }) => code)).toEqual(['year_differs']);
  });

  test('is asked for where the return has none, or one of the future', () => {
    expect(refusals(census(one).replace(/<ReferenceDate>.*?<\/ReferenceDate>/, ''))).toEqual(['data_date_missing']);
    expect(refusals(census(one, '2027-03-31'))).toEqual(['data_date_unfit']);
    expect(read(census(one, '2027-03-31'), '2026-03-31').children[0]?.source.dataDate).toBe('2026-03-31');
  });
});

test('a plan that ends after the day of the data was open on that day', () => {
  const plan =
    '<ChildProtectionPlans><CPPstartDate>2025-01-30</CPPstartDate><CPPendDate>2026-05-01</CPPendDate></ChildProtectionPlans>';
  const { children, problems } = read(census(censusChild('EX-1', born, plan)));
  expect(children[0]?.plans[0]?.end).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['plan_end_after_data']);
});

test('an unborn child has an expected date alone, one that is born the date of birth alone', () => {
  const expected = '<ExpectedPersonBirthDate>2026-05-01</ExpectedPersonBirthDate>';
  const [unborn, both] = values(read(census(censusChild('EX-1', expected) + censusChild('EX-2', born + expected))));
  expect(unborn).toEqual({ id: 'EX-1', expected: '2026-05-01' });
  expect(both).toEqual({ id: 'EX-2', born: '2015-03-27' });
});
