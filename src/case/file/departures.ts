/** Why a decision departs from what the procedure asks next, by code. */
export const DEPARTURES = {
  safety: "the child's safety needed more, or sooner",
  law: 'the law or a court required it',
  child: "the child's wishes, needs or circumstances called for it",
  new_information: 'something is known that the case file does not hold yet',
  weighed_differently: 'the same facts were weighed differently',
  not_settled: 'it could not wait until everything was known',
  procedure: 'the procedure is silent, conflicts with itself, or does not fit this case',
  other: 'another reason, given in words',
} as const;

export type Departure = keyof typeof DEPARTURES;
