import * as z from 'zod';

/** The id of something that a pack names. */
export const IdText = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'An id has small letters, digits and underscores, and begins with a letter.' });

/** Words of a schema or a pack, not blank: they may be shown anywhere. */
export const Words = z.string().trim().min(1).brand<'Safe'>();
