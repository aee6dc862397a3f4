/** Where reports send readers who ask what made them. */
export const homepage = 'https://github.com/poolscale/poolscale';
