import { EVENT_ID, parseEvents } from 'js-yaml';

/** Tells of a well-formed text whether an offset, each later than the one before, lies outside every value. */
export function commentFinder(text: string): (offset: number) => boolean {
  const values = parseEvents(text, {}).filter((event) => event.type === EVENT_ID.SCALAR);
  let next = 0;
  return (offset) => {
    while ((values[next]?.valueEnd ?? text.length) <= offset && next < values.length) next++;
    return (values[next]?.valueStart ?? text.length) > offset;
  };
}
