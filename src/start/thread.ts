import { fileURLToPath } from 'node:url';
import { packageFiles } from '../files/policies/shipped-files.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(packageFiles(fileURLToPath(new URL('../', import.meta.url))));
