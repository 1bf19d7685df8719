/** Legal status of a looked-after child, by the codes of the national return (SSDA903). */
export const LEGAL_STATUSES = {
  C1: 'interim care order',
  C2: 'full care order',
  D1: 'freeing order',
  E1: 'placement order',
  J1: 'remand',
  J2: 'detained under PACE',
  J3: 'youth rehabilitation order with residence',
  L1: 'police protection',
  L2: 'emergency protection order',
  L3: 'child assessment order',
  V2: 'section 20, by agreement',
  V3: 'an agreed series of short breaks, recorded by episode',
  V4: 'an agreed series of short breaks, recorded by agreement',
} as const;

export type LegalStatus = keyof typeof LEGAL_STATUSES;

/** The years of the national return, each ending on 31 March, in which a code was in use; without an end, as far as is known. */
interface Years {
  readonly first?: number;
  readonly last?: number;
  /** What the code stands for, where that is established. */
  readonly words?: string;
}

/** Placements by the codes of the national return since 2017. */
export const PLACEMENT_CODES = {
  A3: {},
  A4: {},
  A5: {},
  A6: {},
  H5: { last: 2024 },
  K1: {},
  K2: { words: 'children’s home' },
  K3: { first: 2025, words: 'supported accommodation' },
  P1: { words: 'with a parent, or somebody with parental responsibility' },
  P2: { last: 2024 },
  P3: {},
  R1: {},
  R2: {},
  R3: {},
  R5: {},
  S1: {},
  T0: {},
  T1: {},
  T2: {},
  T3: {},
  T4: {},
  U1: { words: 'foster carer who is a relative or friend' },
  U2: { words: 'foster carer who is a relative or friend' },
  U3: { words: 'foster carer who is a relative or friend' },
  U4: { words: 'other foster carer' },
  U5: { words: 'other foster carer' },
  U6: { words: 'other foster carer' },
  Z1: {},
  Z11: { first: 2026 },
  Z12: { first: 2026 },
  Z13: { first: 2026 },
  Z14: { first: 2026 },
} as const satisfies Readonly<Record<string, Years>>;

export type Placement = keyof typeof PLACEMENT_CODES;

export const PLACEMENTS = Object.keys(PLACEMENT_CODES) as [Placement];

/** A placement code with what it stands for, where that is established, and with the returns that have it. */
export function placementInWords(code: Placement): string {
  const { words, first, last }: Years = PLACEMENT_CODES[code];
  const returns = first ? ` (returns from ${first})` : last ? ` (returns to ${last})` : '';
  return `${code}${words ? `: ${words}` : ''}${returns}`;
}

/** The days between which a placement code was in use in the national return; an end that is not known is left out. */
export function daysInUse(code: Placement): { readonly from?: string; readonly to?: string } {
  const { first, last }: Years = PLACEMENT_CODES[code];
  return { ...(first && { from: `${first - 1}-04-01` }), ...(last && { to: `${last}-03-31` }) };
}

/** What a meeting can have decided about a plan. */
export const MEETING_DECISIONS = ['plan_made', 'plan_continues', 'plan_ends', 'none'] as const;
