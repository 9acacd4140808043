import * as v from 'valibot';
import { distributionSchemas, finiteNumber } from './quantity.ts';

export const valueSchema = v.unknown();
