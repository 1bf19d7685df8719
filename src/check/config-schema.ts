import * as z from 'zod';
import { LEVELS } from '../assess/case/concern.ts';

const LevelText = z.enum(LEVELS);
const Names = z.array(z.string().min(1));

const Call = z.string().min(1).max(120);

/** `cpplan.config.yaml`: what holds for the case files in its folder and below. */
export const ConfigSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Version of the format.' }),
    authority: z.string().min(1).optional().meta({ description: 'The authority of case files that name none.' }),
    packs: Names.min(1).optional().meta({ description: 'Policy packs of case files that name none.' }),
    policies: z
      .union([z.string().min(1), Names.min(1)])
      .optional()
      .meta({
        description: 'A folder of policy packs in place of the shipped one, or several; counted from this file.',
      }),
    calls: z
      .strictObject({
        danger: Call.optional().meta({ description: 'For danger now; without it 999.' }),
        evenings: Call.optional().meta({ description: 'For the evening and the weekend; without it a blank.' }),
        child: Call.optional().meta({ description: 'For the child to talk to; without it Childline.' }),
      })
      .optional()
      .meta({ description: 'Whom the family forms name to call.' }),
    ignore: Names.optional().meta({ description: 'Files and folders that `check` passes over, as patterns.' }),
    fail_on: LevelText.optional().meta({ description: 'The least level that makes `check` fail.' }),
    show: LevelText.optional().meta({ description: 'The least level that `check` lists.' }),
    max: z.int().min(0).optional().meta({ description: 'How many items at that level or above are let pass.' }),
    due_within: z.int().min(0).max(400).optional().meta({ description: 'Days ahead for which deadlines are named.' }),
    only: Names.optional().meta({ description: 'Rules, clauses or kinds that alone are checked.' }),
    skip: Names.optional().meta({ description: 'Rules, clauses or kinds that are not checked.' }),
    suppressions: z.string().min(1).optional().meta({
      description: 'The file of accepted findings; counted from this file.',
    }),
  })
  .meta({
    id: 'config',
    title: 'cpplan configuration, version 1',
    description: 'What holds for the case files in a folder and below.',
  });

export type Config = z.infer<typeof ConfigSchema>;
