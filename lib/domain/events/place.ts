import { z } from 'zod';

/** Area codes are URL path parts and room names, so their alphabet is narrow. */
export const areaCode = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, { message: 'bad_area_code' });

/** A local date, `YYYY-MM-DD`. */
export const day = z.iso.date();
