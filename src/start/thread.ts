import { join } from 'node:path';
import { packageFiles } from '../files/policies/shipped-files.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(packageFiles(join(import.meta.dirname, '..')));
