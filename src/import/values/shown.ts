import { visible } from '../../messages/safe.ts';
import type { FieldType } from '../map/fields.ts';

/** The most that is shown of a value. */
const MOST = 20;

/**
 * What a wrong value must look like to be shown. A name, postcode or number of a person may stand in the wrong column:
 * so only what looks like a date, code or count is.
 */
const LOOKS: Partial<Record<FieldType, RegExp>> = {
  day: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:$|[T ]\d{1,2}:)/,
  category: /^(?:[A-Z]{1,2}\d{1,2}[A-Z]?|\*[A-Z]{1,18}\*|NULL)$/,
  status: /^(?:[A-Z]{1,2}\d{1,2}[A-Z]?|\*[A-Z]{1,18}\*|NULL)$/,
  placement: /^(?:[A-Z]{1,2}\d{1,2}[A-Z]?|\*[A-Z]{1,18}\*|NULL)$/,
  code: /^(?:[A-Z]{1,2}\d{1,2}[A-Z]?|\*[A-Z]{1,18}\*|NULL)$/,
  count: /^-?\d{1,4}(?:\.\d{1,3})?$/,
};

/** A wrong value as its reader may see it; undefined where it may be about a person. */
export function shownValue(type: FieldType, text: string): string | undefined {
  if (!LOOKS[type]?.test(text)) return undefined;
  return `\`${visible(text.slice(0, MOST))}\`.`;
}
