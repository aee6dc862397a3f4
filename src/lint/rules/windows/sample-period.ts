/** Seconds between two samples of a metric (language.md section 5). */
export const samplePeriodSeconds = 30;
