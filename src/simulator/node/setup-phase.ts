/** Values of the `setUp` column: how far a node is with what it needs before its start task. */
export const SET_UP_PENDING = 0;
export const SETTING_UP = 1;
export const SET_UP = 2;
